// Which responses are looked for, as the address says it and as the API takes it.
import type { Disposition } from "#core/conversation/run";

export interface Sought {
  readonly ended?: Disposition | undefined;
  readonly q?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly answer?: string | undefined;
  readonly value?: string | undefined;
  /** The name of an answer; by time where absent. */
  readonly by?: string | undefined;
  readonly up?: true | undefined;
}

export function isNarrowed({ ended, q, from, to, answer }: Sought): boolean {
  return [ended, q, from, to, answer].some((part) => part !== undefined);
}

/** The days are the viewer's own; the last one is among them. */
export function toPeriod({ from, to }: Pick<Sought, "from" | "to">): { from?: string; to?: string } {
  const start = from === undefined ? null : startOf(from, 0);
  const end = to === undefined ? null : startOf(to, 1);
  return { ...(start !== null && { from: start }), ...(end !== null && { to: end }) };
}

export function toQuery(sought: Sought) {
  const { ended, q, answer, value, by, up } = sought;
  return {
    ...toPeriod(sought),
    ...(ended !== undefined && { disposition: ended }),
    ...(q !== undefined && { q }),
    ...(answer !== undefined && value !== undefined && { answer, value }),
    ...toOrder(by, up === true),
  };
}

function toOrder(by: string | undefined, isUp: boolean) {
  if (by === undefined) return { order: isUp ? ("oldest" as const) : ("newest" as const) };
  return { order: isUp ? ("up" as const) : ("down" as const), by };
}

/** Midnight of a day by the clock of this machine, so many days later, as an instant; null for what is no day. */
function startOf(day: string, daysLater: number): string | null {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  if (year === undefined) return null;
  return new Date(Number(year), Number(month) - 1, Number(date) + daysLater).toISOString();
}

/** Without what is not said: an address has no empty parts. */
export function narrow<Search extends object>(
  search: Search,
): { [Name in keyof Search]: Exclude<Search[Name], undefined> } {
  return Object.fromEntries(Object.entries(search).filter(([, part]) => part !== undefined)) as {
    [Name in keyof Search]: Exclude<Search[Name], undefined>;
  };
}
