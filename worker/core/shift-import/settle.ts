// What an import comes to beside what is there: each row or event is made, the same as something, or rejected.
import type { Override, Shift } from "../rota/rota.ts";
import type { Draft, Unmade } from "./draft.ts";

export interface Settled {
  readonly items: readonly Item[];
  /** To be written, each once. */
  readonly shifts: readonly Shift[];
  readonly overrides: readonly Unmade[];
}

export interface Item {
  readonly place: string;
  readonly words: string;
  readonly outcome: "made" | "same" | "rejected";
  /** Why it is rejected. */
  readonly reason: string | null;
  readonly shifts: readonly Shift[];
  readonly overrides: readonly Unmade[];
}

/** `overrides` are those of the dates that the drafts are about. */
export function settle(
  drafts: readonly Draft[],
  there: { readonly shifts: readonly Shift[]; readonly overrides: readonly Override[] },
): Settled {
  const [shifts, overrides] = [new Map<string, Shift>(), new Map<string, Unmade>()];
  // By what they say: whoever made it, the same shift twice would ring everybody twice.
  const idBySaying = new Map(there.shifts.map((shift) => [sayingOf(shift), shift.id]));
  const said = new Set(there.overrides.map(sayingOf));
  const items = drafts.map(({ place, words, outcome }): Item => {
    if (outcome.kind === "rejected")
      return { place, words, outcome: "rejected", reason: outcome.reason, shifts: [], overrides: [] };
    const idOf = new Map(
      outcome.shifts.map((shift) => [shift.id, idBySaying.get(sayingOf(shift)) ?? shift.id]),
    );
    const newShifts = outcome.shifts.filter((shift) => !idBySaying.has(sayingOf(shift)));
    const newOverrides = outcome.overrides
      .map((change) =>
        "shiftId" in change ? { ...change, shiftId: idOf.get(change.shiftId) ?? change.shiftId } : change,
      )
      .filter((change) => !said.has(sayingOf(change)));
    for (const shift of newShifts) {
      shifts.set(shift.id, shift);
      idBySaying.set(sayingOf(shift), shift.id);
    }
    for (const change of newOverrides) {
      overrides.set(change.id, change);
      said.add(sayingOf(change));
    }
    const isMade = newShifts.length + newOverrides.length > 0;
    return {
      place,
      words,
      outcome: isMade ? "made" : "same",
      reason: null,
      shifts: newShifts,
      overrides: newOverrides,
    };
  });
  return { items, shifts: [...shifts.values()], overrides: [...overrides.values()] };
}

/** Everything but its id, and when it was made. */
function sayingOf(one: Shift | Override | Unmade): string {
  const said = Object.entries(one).filter(([field]) => field !== "id" && field !== "at");
  return JSON.stringify(said.sort(([a], [b]) => (a < b ? -1 : 1)));
}
