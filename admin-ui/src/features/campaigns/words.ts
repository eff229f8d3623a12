// How a campaign's states, counts and money are put in words.
import type { CampaignState } from "#core/campaign/campaign";

interface StateWords {
  readonly label: string;
  readonly color: string;
}

export const STATE_WORDS: Readonly<Record<CampaignState, StateWords>> = {
  draft: { label: "Draft", color: "gray" },
  scheduled: { label: "Scheduled", color: "blue" },
  sending: { label: "Sending", color: "teal" },
  paused: { label: "Paused", color: "yellow" },
  done: { label: "Done", color: "gray" },
  cancelled: { label: "Cancelled", color: "gray" },
  failed: { label: "Failed", color: "red" },
};

const numbers = new Intl.NumberFormat("en");

export function inNumbers(count: number): string {
  return numbers.format(count);
}

/** `people(1)`: "1 person". */
export function people(count: number): string {
  return count === 1 ? "1 person" : `${inNumbers(count)} people`;
}

export function segments(count: number): string {
  return count === 1 ? "1 segment" : `${inNumbers(count)} segments`;
}

export interface Money {
  readonly currency: string;
  readonly amount: number;
}

/** null: the line has no prices. */
export function money(cost: Money | null): string {
  if (cost === null) return "unknown";
  return new Intl.NumberFormat("en", { style: "currency", currency: cost.currency }).format(cost.amount);
}

/** "a, b and c". */
export function listed(words: readonly string[]): string {
  return new Intl.ListFormat("en", { type: "conjunction", style: "long" })
    .format(words)
    .replace(/, and /, " and ");
}

/** A share of a whole as whole per cent; null of nothing. */
export function percent(part: number, whole: number): string | null {
  return whole === 0 ? null : `${Math.round((part / whole) * 100)}%`;
}
