// Waiting for keys, while something is said or afterwards.
import type { GatherVerb } from "../twiml/verbs.ts";
import type { Ask } from "./ask.ts";
import { attend, type Floor } from "./attend.ts";
import { resolveKeepingSpelling } from "../network/resolve-url.ts";
import { emit, type Leg, type LegEvent } from "./leg.ts";
import { prompt } from "./prompt.ts";

const takeKey = (event: LegEvent): string | undefined => (event.kind === "key" ? event.key : undefined);

/** What to ask next; undefined to go on with the document, nothing having been pressed. */
export async function gather(
  floor: Floor,
  leg: Leg,
  verb: GatherVerb,
  base: string,
): Promise<Ask | undefined> {
  leg.wants = "keys";
  emit(leg, { kind: "listening" });
  const { digits, finishedBy } = await collect(floor, leg, verb, base);
  leg.wants = undefined;
  if (digits === "" && !verb.actionOnEmptyResult) return undefined;
  return {
    url: resolveKeepingSpelling(verb.action ?? base, base),
    method: verb.method,
    fields: { msg: "Gather End", Digits: digits, FinishedOnKey: finishedBy },
  };
}

async function collect(
  floor: Floor,
  leg: Leg,
  verb: GatherVerb,
  base: string,
): Promise<{ digits: string; finishedBy: string }> {
  let digits = "";
  // The first key cuts off what is being said.
  let key: string | undefined;
  for (const said of verb.prompts) {
    key ??= await prompt(floor, leg, said, base, takeKey);
  }
  for (;;) {
    key ??= await attend(floor, leg, { ms: verb.timeoutSeconds * 1000, take: takeKey });
    if (key === undefined) return { digits, finishedBy: "" };
    if (key === verb.finishOnKey) return { digits, finishedBy: key };
    digits += key;
    key = undefined;
    if (digits.length === verb.numDigits) return { digits, finishedBy: "" };
  }
}
