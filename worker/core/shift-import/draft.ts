// What one row of a table or one event of a calendar comes to, before anything is written.
import type { Override, Shift } from "../rota/rota.ts";

/** An override that nobody has made yet. */
export type Unmade<One extends Override = Override> = One extends Override ? Omit<One, "at"> : never;

export interface Draft {
  /** Such as "row 3" or "event 2". */
  readonly place: string;
  /** Its own words: for whoever looks it up in the file. */
  readonly words: string;
  readonly outcome: Outcome;
}

export type Outcome =
  | { readonly kind: "read"; readonly shifts: readonly Shift[]; readonly overrides: readonly Unmade[] }
  | { readonly kind: "rejected"; readonly reason: string };

export function reject(reason: string): Outcome & { readonly kind: "rejected" } {
  return { kind: "rejected", reason };
}
