// How a response ended, in the words of those who read the table.
import type { Disposition } from "#core/conversation/run";

/** In the order of hope. */
export const ENDINGS = [
  "completed",
  "partial",
  "breakoff",
  "expired",
  "unresponsive",
  "refused",
  "ineligible",
  "interrupted",
  "failed",
] as const satisfies readonly Disposition[];

export interface Ending {
  readonly label: string;
  readonly why: string;
  readonly color: string;
}

const WORDS: Readonly<Record<Disposition, Ending>> = {
  completed: { label: "Completed", why: "Came to the end of the flow.", color: "teal" },
  partial: {
    label: "Partly answered",
    why: "Answered something; the flow then ended early.",
    color: "yellow",
  },
  breakoff: {
    label: "Broke off",
    why: "Answered something, then fell silent or said STOP.",
    color: "orange",
  },
  expired: { label: "Ran out", why: "Wrote something, but never an answer.", color: "gray" },
  unresponsive: { label: "Never answered", why: "Said nothing at all.", color: "gray" },
  refused: { label: "Refused", why: "Said no, or STOP, before the first answer.", color: "red" },
  ineligible: { label: "Not eligible", why: "The flow does not mean them.", color: "gray" },
  interrupted: { label: "Interrupted", why: "Another conversation took the line over.", color: "gray" },
  failed: { label: "Failed", why: "Our messages could not be delivered.", color: "red" },
};

const RUNNING: Ending = { label: "Going on", why: "The next answer is still to come.", color: "blue" };

/** null while it is going on. */
export function tellEnding(disposition: Disposition | null): Ending {
  return disposition === null ? RUNNING : WORDS[disposition];
}
