// Calls in the words of those who answer them.
import type { CallOutcome, CallState } from "#core/helpline/call";
import type { Span } from "./choices.ts";

export const OUTCOME_WORDS: Readonly<
  Record<CallOutcome, { readonly label: string; readonly color: string }>
> = {
  answered: { label: "Answered", color: "teal" },
  forwarded: { label: "Passed on", color: "teal" },
  voicemail: { label: "Left a message", color: "blue" },
  informed: { label: "Heard the menu", color: "gray" },
  blocked: { label: "Blocked", color: "gray" },
  missed: { label: "Missed", color: "red" },
};

export const STATE_WORDS: Readonly<Record<CallState, string>> = {
  menu: "Listens to the menu",
  ringing: "Ringing",
  talking: "Talking",
  voicemail: "Leaves a message",
  ended: "Over",
};

export const SPAN_WORDS: Readonly<Record<Span, string>> = {
  "7": "7 days",
  "30": "30 days",
  "90": "90 days",
};

/** A piece of a call's story as a sentence of its own. */
export function asSentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "20 s", "1 min 20 s": how long a call went on; null for one under way. */
export function secondsOf({
  startedAt,
  endedAt,
}: {
  startedAt: string;
  endedAt: string | null;
}): number | null {
  return endedAt === null ? null : Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / 1_000);
}

/** The first instant of a day and of the next, by this machine's clock; null for what is no day. */
export function boundsOf(day: string): { readonly from: string; readonly to: string } | null {
  const [year, month, date] = day.split("-").map(Number);
  if (year === undefined || month === undefined || date === undefined) return null;
  const [from, to] = [new Date(year, month - 1, date), new Date(year, month - 1, date + 1)];
  if (Number.isNaN(from.getTime())) return null;
  return { from: from.toISOString(), to: to.toISOString() };
}

/** Of those who wanted to talk with somebody, how many did; null where nobody wanted to. */
export function answeredPart(outcomes: Readonly<Record<CallOutcome, number>>): number | null {
  const { answered, forwarded, missed, voicemail } = outcomes;
  const wanted = answered + forwarded + missed + voicemail;
  return wanted === 0 ? null : (answered + forwarded) / wanted;
}
