// A conversation tried out: the very engine that answers people plays the draft, from the first word to the last, after every change.
import type { Flow } from "#core/conversation/flow";
import type { Channel, FieldValue, Person, RunState } from "#core/conversation/run";
import { playTranscript, writeTranscript } from "#core/conversation/transcript";
import type { TranscriptHeader, TranscriptLine, Turn } from "#core/conversation/transcript";

/** Who is talking, and how it begins. */
export interface Cast {
  readonly channel: Channel;
  /** null: nobody knows it yet. */
  readonly language: string | null;
  readonly zone: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly tags: readonly string[];
  /** In [0, 1): where a random split lands. */
  readonly draw: number;
  /** What they write to begin; null where we begin. */
  readonly opening: string | null;
}

/** What the person, the staff or the clock do. */
export type Act = Extract<TranscriptLine, { kind: "hear" | "pass" | "event" }>;

export type Scene =
  | {
      readonly kind: "played";
      readonly turns: readonly Turn[];
      readonly state: RunState;
      /** Epoch milliseconds. */
      readonly now: number;
      /** As the tests of flows read it. */
      readonly transcript: string;
    }
  /** A draft is allowed to be wrong; `why` is a sentence. */
  | { readonly kind: "unplayable"; readonly why: string };

/** Not in a transcript: it only says that what follows is no opening. */
const BEGUN_BY_US: TranscriptLine = { kind: "effect", text: "" };

/** `startedAt` in epoch milliseconds; `slug` names the flow in the transcript. */
export function playScene(
  flow: Flow,
  { slug, cast, startedAt }: { readonly slug: string; readonly cast: Cast; readonly startedAt: number },
  acts: readonly Act[],
): Scene {
  if (flow.nodes.length === 0)
    return { kind: "unplayable", why: "There is no step yet. Add one, and the conversation begins here." };
  const header = headerOf(slug, cast, startedAt);
  const opening: TranscriptLine = cast.opening === null ? BEGUN_BY_US : { kind: "hear", text: cast.opening };
  try {
    const played = playTranscript(flow, personOf(cast), { header, lines: [opening, ...acts] });
    const { turns, state, now } = played;
    return { kind: "played", turns, state, now, transcript: write(header, played.lines, cast) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: "unplayable", why: `This draft cannot be played yet: ${reason}` };
  }
}

function headerOf(slug: string, cast: Cast, now: number): TranscriptHeader {
  const { channel, language, zone, draw, fields, tags } = cast;
  return {
    flow: slug,
    now,
    channel,
    zone,
    fields,
    tags,
    ...(draw > 0 && { draw }),
    ...(language !== null && { language }),
  };
}

/** All else about them stands in the header. */
function personOf({ language }: Cast): Person {
  return { channel: "sms", language, zone: "UTC", fields: {}, tags: [], categories: {} };
}

/** A transcript that opens with the person's words is begun by them: where we began and said nothing, a second passes first. */
function write(header: TranscriptHeader, lines: readonly TranscriptLine[], { opening }: Cast): string {
  const isMistakable = opening === null && lines[0]?.kind === "hear";
  return writeTranscript({ header, lines: isMistakable ? [{ kind: "pass", ms: 1000 }, ...lines] : lines });
}
