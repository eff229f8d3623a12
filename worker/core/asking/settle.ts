// What an answer comes to: it may be late, or somebody else's turn by now.
import type { Answer, Asking } from "./asking.ts";

export interface Given {
  readonly verdict: "yes" | "no";
  /** When they gave it, epoch milliseconds. */
  readonly at: number;
  /** They are on the shift as the rota has it now. */
  readonly isOn: boolean;
  /** A place on it is open. */
  readonly hasPlace: boolean;
}

export type Outcome =
  | Answer
  /** The shift had begun. */
  | "late"
  /** They are not on it any more: the coordinator changed it. */
  | "changed";

/** What it should become; `taken` is still to be won by a conditional write. The same answer again has the same outcome. */
export function settle(asking: Asking, { verdict, at, isOn, hasPlace }: Given): Outcome {
  const { kind, startsAt, answer, answeredAt } = asking;
  if (answer !== null && answeredAt !== null && answeredAt >= at) return answer;
  if (at >= startsAt) return "late";
  switch (kind) {
    case "reminder":
      if (!isOn) return answer === "returned" && verdict === "no" ? "returned" : "changed";
      return verdict === "yes" ? "confirmed" : "returned";
    case "offer":
      if (verdict === "no") return isOn && answer === "taken" ? "returned" : "declined";
      if (isOn) return "taken";
      return hasPlace ? "taken" : "gone";
    default:
      return kind satisfies never;
  }
}

/** Somebody else may win the place in the meantime. */
export function isContested(asking: Asking, outcome: Outcome, isOn: boolean): boolean {
  return asking.kind === "offer" && outcome === "taken" && asking.answer !== "taken" && !isOn;
}
