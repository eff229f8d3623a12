// What a run came to, as numbers: the figures that `npm run bench` prints.
import type { Counted } from "./count.ts";

export type Figures = Readonly<Record<"people" | keyof Counted, number>>;

export function toFigures(people: number, counted: Counted): Figures {
  const { reached, lost, repeated, afterHours, afterStop, crossed, unknown, ambiguous, settled } = counted;
  return {
    people,
    reached: reached.length,
    lost: lost.length,
    repeated: repeated.length,
    afterHours: afterHours.length,
    afterStop: afterStop.length,
    crossed: crossed.length,
    unknown: unknown.length,
    ambiguous: ambiguous.length,
    settled: settled.length,
  };
}

export function add(a: Figures, b: Figures): Figures {
  const names = Object.keys(a) as (keyof Figures)[];
  return Object.fromEntries(names.map((name) => [name, a[name] + b[name]])) as Figures;
}

/** All four, and no unknown that nobody injected. */
export const ZEROS = { lost: 0, repeated: 0, afterHours: 0, afterStop: 0 } as const;
