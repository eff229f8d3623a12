// How a funnel's states, phases and steps are put in words.
import type { FunnelState } from "#core/funnel/funnel";
import type { Cause, Phase } from "#core/funnel/member";

interface StateWords {
  readonly label: string;
  readonly color: string;
}

export const STATE_WORDS: Readonly<Record<FunnelState, StateWords>> = {
  draft: { label: "Draft", color: "gray" },
  running: { label: "Running", color: "teal" },
  paused: { label: "Paused", color: "yellow" },
  archived: { label: "Put away", color: "gray" },
};

export const PHASE_WORDS: Readonly<Record<Phase, string>> = {
  new: "Not asked yet",
  waiting: "Waits for a date",
  asked: "Asked",
  out: "Has left",
};

export const CAUSE_WORDS: Readonly<Record<Cause, string>> = {
  enrolled: "Was put in",
  begun: "Was asked",
  answer: "Answered",
  silence: "Said nothing",
  failure: "Could not be reached",
  excluded: "Was left out for good",
  held: "Was left out for now",
  "opted-out": "Said STOP",
  erased: "Was erased",
  "taken-out": "Was taken out",
  "stage-gone": "Their stage is gone",
};

const numbers = new Intl.NumberFormat("en");

export function inNumbers(count: number): string {
  return numbers.format(count);
}

export function people(count: number): string {
  return count === 1 ? "1 person" : `${inNumbers(count)} people`;
}

/** "25%" of 0.25. */
export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
