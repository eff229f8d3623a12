// Which alarms operators are told of now: at once as long as they are few, gathered in one e-mail when they come in heaps.
import type { AlarmKind } from "#core/alarm";

const HOUR_MS = 3_600_000;

/** E-mails an hour about alarms, all together: what comes faster is read by nobody. */
export const TOLD_PER_HOUR_MAX = 6;

export interface Waiting {
  readonly id: string;
  readonly kind: AlarmKind;
  readonly subject: string;
}

export interface Told {
  readonly kind: AlarmKind;
  readonly subject: string;
  /** The e-mail it was told in. */
  readonly toldIn: string;
}

/** Since when what was told counts, epoch milliseconds. */
export function countsSince(now: number): number {
  return now - HOUR_MS;
}

/**
 * The alarms of each e-mail that is due now, oldest first. `told` is what was told in the last hour: the same trouble about
 * the same thing again waits until that is over. The last e-mail there is room for gathers all the rest.
 */
export function planTelling<Alarm extends Waiting>(
  waiting: readonly Alarm[],
  told: readonly Told[],
): readonly (readonly Alarm[])[] {
  const recent = new Set(told.map(keyOf));
  const ready = waiting.filter((alarm) => !recent.has(keyOf(alarm)));
  const room = TOLD_PER_HOUR_MAX - new Set(told.map(({ toldIn }) => toldIn)).size;
  if (room <= 0) return [];
  if (ready.length <= room) return ready.map((alarm) => [alarm]);
  return [...ready.slice(0, room - 1).map((alarm) => [alarm]), ready.slice(room - 1)];
}

function keyOf({ kind, subject }: Pick<Waiting, "kind" | "subject">): string {
  return `${kind} ${subject}`;
}
