// A place on a shift that somebody gave back, or that nobody was planned for: it is offered, and the first yes takes it.

export interface Opening {
  readonly id: string;
  readonly helplineId: string;
  readonly shiftId: string;
  readonly date: string;
  /** Of the shift, epoch milliseconds. */
  readonly startsAt: number;
  readonly endsAt: number;
  readonly openedAt: number;
  /** When coordinators hear of it if nobody has taken it. */
  readonly alertAt: number;
}

const HOUR_MS = 3_600_000;
/** Most who take a shift do so when the text comes; an hour later the coordinator has to telephone. */
const TAKER_WAIT_MS = HOUR_MS;
/** So much time a coordinator needs to find somebody. */
const SEARCH_MS = 2 * HOUR_MS;

/** When coordinators hear of a shift given back at `openedAt` that nobody takes: at once where it begins soon. */
export function alertTime(openedAt: number, startsAt: number): number {
  return Math.max(openedAt, Math.min(openedAt + TAKER_WAIT_MS, startsAt - SEARCH_MS));
}
