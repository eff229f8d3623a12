// A forecast beside what came of it, and what explains the difference.
import { EXCLUSIONS, isExclusion } from "#core/campaign/exclusion";
import type { Told } from "#core/campaign/figures";
import type { Tally } from "#core/campaign/tally";

export interface Line {
  readonly what: "people" | "left out" | "sent" | "segments" | "cost";
  /** What the organiser saw before the launch, else what the audience came to when it was frozen. Cost in millionths of the line's currency. */
  readonly forecast: number;
  readonly fact: number;
  /** What happened after the launch, in words; none where the two are the same. */
  readonly because: readonly string[];
}

/** `before`: the forecast the organiser saw, if there was one; `frozen`: what the launch found. */
export function compareForecast(before: Tally | null, frozen: Tally, told: Told): readonly Line[] {
  const missed = [
    ...[...told.refusals, ...told.failures].map(({ words, people }) => `${people}: ${words}`),
    ...told.waits.map(({ words, people }) => `${people} wait ${words}`),
    ...(told.waiting > told.putOff ? [`${told.waiting - told.putOff} wait for their turn`] : []),
    ...(told.unknown > 0 ? [`${told.unknown}: nobody can tell whether the carrier took it`] : []),
  ];
  const seen = before ?? frozen;
  const moved = describeMoves(seen, frozen);
  const beside = (what: Line["what"], forecast: number, fact: number): Line => {
    return { what, forecast, fact, because: forecast === fact ? [] : [...moved, ...missed] };
  };
  return [
    {
      what: "people",
      forecast: seen.people,
      fact: frozen.people,
      because: seen.people === frozen.people ? [] : moved,
    },
    {
      what: "left out",
      forecast: seen.people - seen.planned,
      fact: frozen.people - frozen.planned,
      because: seen.people - seen.planned === frozen.people - frozen.planned ? [] : moved,
    },
    beside("sent", seen.planned, told.sent),
    beside("segments", seen.segments, told.segments),
    beside("cost", seen.costMicros, told.costMicros),
  ];
}

/** Between the forecast and the launch people came, went and changed their minds. */
function describeMoves(before: Tally, frozen: Tally): readonly string[] {
  const reasons = new Set(
    [...Object.keys(before.excluded), ...Object.keys(frozen.excluded)].filter(isExclusion),
  );
  const people = frozen.people - before.people;
  return [
    ...(people === 0
      ? []
      : [`${Math.abs(people)} ${people > 0 ? "more" : "fewer"} in the audience than when it was forecast`]),
    ...[...reasons].flatMap((reason) => {
      const more = (frozen.excluded[reason] ?? 0) - (before.excluded[reason] ?? 0);
      return more === 0 ? [] : [`${Math.abs(more)} ${more > 0 ? "more" : "fewer"} ${EXCLUSIONS[reason]}`];
    }),
  ];
}
