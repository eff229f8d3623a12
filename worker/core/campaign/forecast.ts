// What a campaign would come to if it were launched now: people, segments, money, and when it would be through.
import type { Finding } from "#core/campaign/checklist";
import { forecastFinish } from "#core/campaign/finish";
import type { Finish } from "#core/campaign/finish";
import { openingOfAll } from "#core/campaign/open";
import type { Pinned } from "#core/campaign/sending";
import type { Load, Tally } from "#core/campaign/tally";
import type { Line } from "#core/line";

/** Another campaign of the line, and how much of it is still to go. */
export interface Sharer {
  readonly campaignId: string;
  readonly name: string;
  readonly segments: number;
}

/** When the first of a group of people can be reached. */
export interface Opening {
  /** Every zone they may be in. */
  readonly zones: readonly string[];
  readonly people: number;
  /** Epoch milliseconds; null where it never opens in time. */
  readonly opensAt: number | null;
}

export interface Forecast {
  readonly tally: Tally;
  readonly finish: Finish;
  /** The largest groups first. */
  readonly openings: readonly Opening[];
  readonly sharers: readonly Sharer[];
}

/** A forecast, and when the first message leaves; epoch milliseconds. */
interface Forecasted {
  readonly forecast: Forecast;
  readonly beginsAt: number;
}

/** A forecast as it is kept with a draft. */
export interface KeptForecast {
  /** Of the draft. */
  readonly revision: number;
  readonly at: number;
  /** When the first message would leave, hours and all. */
  readonly startAt: number;
  /** Of the costs; null where the line has no prices. */
  readonly currency: string | null;
  readonly forecast: Forecast;
  readonly findings: readonly Finding[];
  /** How many of the audience were looked at; the rest is reckoned from them. */
  readonly readCount: number;
}

/** The zones most people are in; a list of all of them says no more. */
const OPENINGS_SHOWN = 20;

/** `startAt`: not before, epoch milliseconds. Where nobody can be reached it is what is said of the beginning, too. */
export function forecast(
  tally: Tally,
  pinned: Pinned,
  startAt: number,
  sharers: readonly Sharer[],
): Forecasted {
  const { line, fallback } = pinned;
  const here = forecastOn(line, tally.byZones, pinned, startAt, sharers);
  // Its own other campaigns are not known here.
  const there = fallback === null ? null : forecastOn(fallback, tally.byZonesThere, pinned, startAt, []);
  const all = [...here.openings, ...(there?.openings ?? [])];
  const openings = all.toSorted((a, b) => b.people - a.people).slice(0, OPENINGS_SHOWN);
  const opensAt = all.flatMap((opening) => opening.opensAt ?? []);
  return {
    forecast: { tally, finish: laterOf(here.finish, there?.finish), openings, sharers },
    beginsAt: opensAt.length === 0 ? startAt : Math.min(...opensAt),
  };
}

/** What goes by one line: a line has its own pace and hours. */
function forecastOn(
  { hours: lineHours, segmentsPerSecond, zone }: Line,
  byZones: Tally["byZones"],
  { hours, expiresAt, dailyCap }: Pinned,
  startAt: number,
  sharers: readonly Sharer[],
): Pick<Forecast, "finish" | "openings"> {
  const all = hours === null ? [lineHours] : [lineHours, hours];
  const others = sharers.map(({ segments }) => segments);
  const finish = forecastFinish({
    startAt,
    expiresAt,
    segmentsPerSecond,
    hours: all,
    byZones,
    dailyCap,
    zone,
    others,
    othersHours: lineHours,
  });
  const openings = Object.entries(byZones).map(([zones, { people }]): Opening => {
    const list = zones.split(" ");
    return { zones: list, people, opensAt: openingOfAll(all, list, startAt, expiresAt ?? Infinity) };
  });
  return { finish, openings };
}

/** Those left over on either line are left over. */
function laterOf(here: Finish, there: Finish | undefined): Finish {
  if (there === undefined) return here;
  const at = Math.max(here.at, there.at);
  const people = leftOf(here) + leftOf(there);
  return people === 0 ? { kind: "done", at } : { kind: "unfinished", at, people };
}

function leftOf(finish: Finish): number {
  return finish.kind === "unfinished" ? finish.people : 0;
}

/** A tally of a fair sample of an audience, as the whole of it would be; `factor` is how many times larger that is. */
export function scaled(tally: Tally, factor: number): Tally {
  const times = (count: number) => Math.round(count * factor);
  const each = (counts: Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.entries(counts).map(([key, count]) => [key, times(count)]));
  const load = ({ people, segments }: Load): Load => ({ people: times(people), segments: times(segments) });
  const loads = (byZones: Tally["byZones"]) =>
    Object.fromEntries(Object.entries(byZones).map(([zones, some]) => [zones, load(some)]));
  return {
    people: times(tally.people),
    planned: times(tally.planned),
    byFallback: times(tally.byFallback),
    segments: times(tally.segments),
    costMicros: times(tally.costMicros),
    excluded: each(tally.excluded),
    missing: each(tally.missing),
    byVariant: each(tally.byVariant),
    byCountry: Object.fromEntries(
      Object.entries(tally.byCountry).map(([country, money]) => [
        country,
        { ...load(money), costMicros: times(money.costMicros) },
      ]),
    ),
    unpriced: each(tally.unpriced),
    byZones: loads(tally.byZones),
    byZonesThere: loads(tally.byZonesThere),
    costly: each(tally.costly),
  };
}
