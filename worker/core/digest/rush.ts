// When people wrote and called, as bars: by stretches of a day, or by days.
import type { Block } from "#core/mail/document";
import { DAY_MS } from "../hours/wall.ts";
import { dayIn, hourIn } from "../zone-clock.ts";
import type { DigestFigures } from "./figures.ts";
import { countDays } from "./say.ts";
import type { Saying } from "./say.ts";

/** 24 bars are no glance; eight are. */
const STRETCH_HOURS = 3;

/** No bars where nothing came in. */
export function drawRush({ hours }: DigestFigures, saying: Saying): readonly Block[] {
  if (hours.length === 0) return [];
  const isDay = countDays(saying.span) === 1;
  const { words } = saying;
  const bars = isDay ? byStretch(hours, saying) : byDay(hours, saying);
  return [{ kind: "bars", label: isDay ? words.byHour : words.byDay, bars }];
}

type Hours = DigestFigures["hours"];
interface Bar {
  readonly label: string;
  readonly value: number;
}

/** From the first stretch with anything to the last. */
function byStretch(hours: Hours, { zone }: Saying): readonly Bar[] {
  const counts = Array.from({ length: 24 / STRETCH_HOURS }, () => 0);
  for (const { at, count } of hours) {
    const stretch = Math.floor(hourIn(zone, at) / STRETCH_HOURS);
    counts[stretch] = (counts[stretch] ?? 0) + count;
  }
  const first = counts.findIndex((count) => count > 0);
  const last = counts.findLastIndex((count) => count > 0);
  return counts.slice(first, last + 1).map((value, index) => {
    const from = (first + index) * STRETCH_HOURS;
    return { label: `${two(from)}:00\u2013${two(from + STRETCH_HOURS)}:00`, value };
  });
}

/** Every day of the period, also those without anything. */
function byDay(hours: Hours, { zone, span, words }: Saying): readonly Bar[] {
  const counts = new Map<number, number>();
  for (const { at, count } of hours) {
    const day = dayIn(zone, at);
    counts.set(day, (counts.get(day) ?? 0) + count);
  }
  const format = new Intl.DateTimeFormat(words.locale, {
    timeZone: "UTC",
    weekday: "short",
    day: "numeric",
    month: "short",
  });
  const bars: Bar[] = [];
  const end = dayIn(zone, span.endsAt - 1);
  for (let day = dayIn(zone, span.startsAt); day <= end; day += 1)
    bars.push({ label: format.format(day * DAY_MS), value: counts.get(day) ?? 0 });
  return bars;
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
