// What a helpline remembers from call to call: whose turn it is, which telephones fail, and how many were rung for a caller.
import type { QuarantineRecord, SkipReason } from "#core/helpline/call";
import type { Desk, OnCall, Pinned, Position } from "#core/helpline/state";
import { withRecords } from "#core/helpline/state";
import { sayDuration } from "#core/helpline/duration";
import { deriveId } from "#core/id";
import type { AlarmRecord } from "#core/record";

const HOUR_MS = 3_600_000;
/** A caller who finds nobody tries again a few times; more costs us money and the volunteers their nerves. */
const LEGS_PER_CALLER_AND_HOUR_MAX = 30;
/** All who withhold their number are counted together, and are many. */
const LEGS_OF_THE_WITHHELD_MAX = 120;
const WITHHELD = "withheld";
/** A failure may be a hiccup of the network, and costs ten minutes; each further one in a row four times as long, up to a day. */
const QUARANTINE_MS = 600_000;
const QUARANTINE_GROWTH = 4;
const QUARANTINE_MS_MAX = 24 * HOUR_MS;
/** A group has a few dozen volunteers; those of the last year are remembered all the same. */
const REMEMBERED_MAX = 500;

/** Those on shift in the order they are to be rung. `round-robin`: after whoever was the first of the call before. */
export function lineUp(desk: Desk, { config, people }: Pinned, now: number): readonly string[] {
  const ids = people.map(({ volunteerId }) => volunteerId);
  switch (config.order) {
    case "fixed":
      return ids;
    case "round-robin": {
      // Who was first the longest time ago begins; the others follow in a circle. Whoever cannot be rung would never have been
      // first, and whoever comes after them would always be.
      const able = people.flatMap((one) => (whyNotRung(desk, one, now) === null ? [one.volunteerId] : []));
      const begins = Math.max(0, ids.indexOf(byTime(able, desk.firstAt)[0] ?? ""));
      return [...ids.slice(begins), ...ids.slice(0, begins)];
    }
    case "least-recent":
      return [...byTime(ids, desk.rungAt)];
    default:
      return config.order satisfies never;
  }
}

function byTime(ids: readonly string[], times: Readonly<Record<string, number>>): readonly string[] {
  return ids.toSorted((one, other) => (times[one] ?? 0) - (times[other] ?? 0));
}

/** Why somebody is not rung; null when they may be. */
export function whyNotRung({ failing }: Desk, { why, addressId }: OnCall, now: number): SkipReason | null {
  if (why !== null) return why;
  // D1 may not have heard of it yet.
  return addressId !== null && (failing[addressId]?.until ?? 0) > now ? "quarantined" : null;
}

export function hasLegsLeft({ legs }: Desk, addressId: string | null, now: number): boolean {
  const counted = legs[addressId ?? WITHHELD];
  const max = addressId === null ? LEGS_OF_THE_WITHHELD_MAX : LEGS_PER_CALLER_AND_HOUR_MAX;
  return counted?.hour !== hourOf(now) || counted.count < max;
}

/** Somebody's turn has come. */
export function noteTurn(desk: Desk, volunteerId: string, isFirst: boolean, now: number): Desk {
  const rungAt = newest({ ...desk.rungAt, [volunteerId]: now });
  return isFirst
    ? { ...desk, rungAt, firstAt: newest({ ...desk.firstAt, [volunteerId]: now }) }
    : { ...desk, rungAt };
}

/** A telephone is rung for a caller; `-1` where it was not after all. */
export function noteLeg(desk: Desk, addressId: string | null, now: number, legs: 1 | -1 = 1): Desk {
  const hour = hourOf(now);
  const ofHour = Object.fromEntries(Object.entries(desk.legs).filter(([, counted]) => counted.hour === hour));
  const caller = addressId ?? WITHHELD;
  const count = Math.max(0, (ofHour[caller]?.count ?? 0) + legs);
  return { ...desk, legs: { ...ofHour, [caller]: { hour, count } } };
}

/** A telephone could be reached after all. */
export function noteReached(position: Position, addressId: string): Position {
  return { ...position, desk: forgive(position.desk, addressId) };
}

/** Its failures are forgotten: staff have seen to the telephone, and it is rung again. */
export function forgive(desk: Desk, addressId: string): Desk {
  const { [addressId]: known, ...failing } = desk.failing;
  return known === undefined ? desk : { ...desk, failing };
}

/** A telephone is to blame that a call could not be put through to it: it is not rung for a while, and operators and coordinators hear of it. */
export function quarantine(position: Position, volunteerId: string, now: number): Position {
  const person = position.pinned.people.find((one) => one.volunteerId === volunteerId);
  if (person?.addressId === undefined || person.addressId === null) return position;
  const { addressId } = person;
  const times = (position.desk.failing[addressId]?.times ?? 0) + 1;
  const forMs = Math.min(QUARANTINE_MS_MAX, QUARANTINE_MS * QUARANTINE_GROWTH ** (times - 1));
  const until = now + forMs;
  const reason =
    times === 1 ? "A call could not be put through." : `${times} calls could not be put through.`;
  const record: QuarantineRecord = {
    kind: "quarantine",
    volunteerId,
    addressId,
    until,
    reason,
    at: now,
  };
  const alarm: AlarmRecord = {
    kind: "alarm",
    id: deriveId("telephone-failing", addressId, now),
    alarm: "telephone-failing",
    subject: volunteerId,
    // Without a name: alarms outlast whom they are about.
    text: `${reason} A volunteer of ${position.pinned.config.name} is not rung for ${sayDuration(forMs / 1_000)}: is the number right?`,
    at: now,
  };
  const failing = { ...position.desk.failing, [addressId]: { times, until } };
  const remembered = Object.fromEntries(Object.entries(failing).slice(-REMEMBERED_MAX));
  return withRecords({ ...position, desk: { ...position.desk, failing: remembered } }, record, alarm);
}

function newest(times: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  const entries = Object.entries(times);
  if (entries.length <= REMEMBERED_MAX) return times;
  return Object.fromEntries(entries.sort(([, one], [, other]) => other - one).slice(0, REMEMBERED_MAX));
}

function hourOf(now: number): number {
  return Math.floor(now / HOUR_MS);
}
