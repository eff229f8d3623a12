// Saying, playing and pausing, which take as long as they would take a voice.
import { resolveKeepingSpelling } from "../network/resolve-url.ts";
import type { Prompt } from "../twiml/verbs.ts";
import { attend, type Attending, type Floor } from "./attend.ts";
import { hear } from "./change-leg.ts";
import type { Leg } from "./leg.ts";

/** An unhurried voice. */
const CHARS_PER_SECOND = 15;
/** What is played is not fetched; it lasts as long as a short announcement. */
const PLAY_SECONDS = 4;

/** How long it takes to say this aloud; a second at least. */
export function speakingSeconds(text: string): number {
  return Math.max(1, Math.ceil(text.length / CHARS_PER_SECOND));
}

/** Returns what `take` made of an event that broke in; undefined once all of it was heard. */
export async function prompt<T>(
  floor: Floor,
  leg: Leg,
  said: Prompt,
  base: string,
  take?: Attending<T>["take"],
): Promise<T | undefined> {
  const turns = said.kind === "pause" ? 1 : said.loop;
  for (let turn = 0; turn < turns; turn += 1) {
    const seconds = utter(floor, leg, said, base);
    const taken = await attend(floor, leg, { ms: seconds * 1000, ...(take === undefined ? {} : { take }) });
    if (taken !== undefined) return taken;
  }
  return undefined;
}

function utter({ exchange }: Floor, leg: Leg, said: Prompt, base: string): number {
  switch (said.kind) {
    case "say": {
      const { text, language, voice } = said;
      hear(exchange, leg, { kind: "said", text, language, voice });
      return speakingSeconds(text);
    }
    case "play":
      hear(exchange, leg, { kind: "played", url: resolveKeepingSpelling(said.url, base) });
      return PLAY_SECONDS;
    case "pause":
      hear(exchange, leg, { kind: "silence", seconds: said.seconds });
      return said.seconds;
    default:
      return said satisfies never;
  }
}
