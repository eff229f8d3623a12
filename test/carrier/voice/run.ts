// Carrying out documents on one leg, from the first until one runs out or says that it is over.
import { resolveKeepingSpelling } from "../network/resolve-url.ts";
import type { Place } from "../twiml/voice.ts";
import type { Verb } from "../twiml/verbs.ts";
import { type Ask, ask } from "./ask.ts";
import { type Floor, HungUp } from "./attend.ts";
import { answer, endLeg, hear } from "./change-leg.ts";
import { dial } from "./dial.ts";
import { gather } from "./gather.ts";
import { isOver, type Leg } from "./leg.ts";
import { prompt } from "./prompt.ts";
import { record } from "./record.ts";

/** What a verb leaves to do: go on with the document, ask for another one, or nothing, the call being over. */
export type Step = Ask | "go-on";

/** A document that asks for itself again without anybody hearing anything would do so for ever. */
const DOCUMENTS_MAX = 200;

export type Ran =
  /** The last document ran out. */
  { kind: "ran-out" } | { kind: "wrong"; code: number; message: string; url: string };

/** Throws `HungUp` once the leg has ended, by whomever. */
export async function runDocuments(floor: Floor, leg: Leg, first: Ask, place: Place): Promise<Ran> {
  let next: Ask | undefined = first;
  for (let count = 0; next !== undefined; count += 1) {
    const url: string = next.url.split("#", 1)[0] ?? next.url;
    if (count === DOCUMENTS_MAX) {
      return { kind: "wrong", code: 11215, message: `more than ${DOCUMENTS_MAX} documents`, url };
    }
    const reading = await ask(floor, leg, next, place);
    // Whoever is gone hears nothing of it.
    if (isOver(leg)) throw new HungUp();
    if (reading.kind === "wrong") return { ...reading, url };
    next = await runVerbs(floor, leg, reading.verbs, url);
  }
  return { kind: "ran-out" };
}

async function runVerbs(
  floor: Floor,
  leg: Leg,
  verbs: readonly Verb[],
  base: string,
): Promise<Ask | undefined> {
  for (const verb of verbs) {
    if (answers(verb)) answer(floor.exchange, leg);
    const step = await perform(floor, leg, verb, base);
    if (step !== "go-on") return step;
  }
  return undefined;
}

/** A call that has only been redirected, rejected or made to wait is not answered yet. */
function answers(verb: Verb): boolean {
  switch (verb.kind) {
    case "pause":
    case "redirect":
    case "reject":
      return false;
    case "dial":
      return !verb.answerOnBridge;
    case "say":
    case "play":
    case "gather":
    case "record":
    case "hangup":
      return true;
    default:
      return verb satisfies never;
  }
}

async function perform(floor: Floor, leg: Leg, verb: Verb, base: string): Promise<Step> {
  switch (verb.kind) {
    case "say":
    case "play":
    case "pause":
      await prompt(floor, leg, verb, base);
      return "go-on";
    case "gather":
      return (await gather(floor, leg, verb, base)) ?? "go-on";
    case "dial":
      return (
        (await dial(floor, leg, verb, base, (child, first) => runDocuments(floor, child, first, "screen"))) ??
        "go-on"
      );
    case "record":
      return (await record(floor, leg, verb, base)) ?? "go-on";
    case "redirect":
      return { url: resolveKeepingSpelling(verb.url, base), method: verb.method, fields: {} };
    case "reject":
      hear(floor.exchange, leg, { kind: "tone", tone: verb.reason === "busy" ? "busy" : "not-in-service" });
      endLeg(floor.exchange, leg, verb.reason === "busy" ? "busy" : "no-answer", "product");
      throw new HungUp();
    case "hangup":
      endLeg(floor.exchange, leg, "completed", "product");
      throw new HungUp();
    default:
      return verb satisfies never;
  }
}
