// A date as it was put into words, before it is known which one it is.
import type { Span } from "../reading/negation.ts";
import type { Unit } from "./calendar.ts";

export type DateMention = Span &
  (
    | {
        readonly kind: "day";
        readonly month: number;
        readonly day: number;
        /** As said: none, one, or for two digits every century they may stand for. */
        readonly years: readonly number[];
      }
    /** "The 15th", "Friday 13". */
    | { readonly kind: "day-of-month"; readonly day: number }
    /** From today; negative is past. */
    | { readonly kind: "distance"; readonly amount: number; readonly unit: Unit }
    /** Monday is 1. `near`: the coming one, or where only the past is asked for the last one; `this` may be today. */
    | {
        readonly kind: "weekday";
        readonly weekday: number;
        readonly which: "near" | "this" | "week-later" | "next-week" | "last" | "last-week";
      }
    /** An amount of time nothing is counted from: "two weeks after Friday". */
    | { readonly kind: "dangling" }
  );
