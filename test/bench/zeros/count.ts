// The four zeros, counted from what came to the carrier and what it said, held against who was meant.
import type { Door, Post } from "./door.ts";
import { findDoubts } from "./doubts.ts";
import { isInHours } from "./open-hours.ts";
import type { Person } from "./people.ts";
import { orderAgainstStop } from "./stops.ts";
import type { Sighting } from "./witness.ts";

/** Who belongs to each figure; the figure is how many they are. */
export interface Counted {
  /** Whom the carrier took a message for. */
  readonly reached: readonly Person[];
  /** In no state that a person can see, in one that knows less than we were told, or unknown although nothing hid it. */
  readonly lost: readonly Person[];
  readonly repeated: readonly Person[];
  readonly afterHours: readonly Person[];
  readonly afterStop: readonly Person[];
  /** A claim was granted before their STOP and used after it, within the two seconds that a claim lives. */
  readonly crossed: readonly Person[];
  readonly unknown: readonly Person[];
  /** A fault hid what became of a hand-over ... */
  readonly ambiguous: readonly Person[];
  /** ... and a callback or a look-up brought it to light. */
  readonly settled: readonly Person[];
}

export interface Evidence {
  readonly people: readonly Person[];
  readonly door: Door;
  readonly sightings: readonly Sighting[];
  /** What a person on the staff sees of each, by address id: a message's status, or `excluded`. */
  readonly states: ReadonlyMap<string, string>;
}

/** How far a message came, in the carrier's words and in ours. */
const STEPS: Readonly<Record<string, number>> = {
  "handed-over": 1,
  accepted: 1,
  unknown: 1,
  queued: 2,
  sending: 3,
  sent: 4,
  failed: 5,
  undelivered: 5,
  delivered: 5,
  read: 6,
};
/** Ends of those whom the carrier never took a message for. */
const NOT_SENT: ReadonlySet<string> = new Set(["excluded", "refused", "canceled", "failed", "unknown"]);

export function count({ people, door, sightings, states }: Evidence): Counted {
  const told = toldBySid(door);
  const posts = byNumber(door.posts);
  const taken = byNumber(door.posts.filter(({ sid }) => sid !== null));
  const takenFor = ({ number }: Person): readonly Post[] => taken.get(number) ?? [];
  const orders = new Map(
    people.map((one) => [one, orderAgainstStop(one, posts.get(one.number) ?? [], sightings)]),
  );
  const doubts = new Map(people.map((one) => [one, findDoubts(one, posts.get(one.number) ?? [], sightings)]));
  const isSettled = ({ sid }: Post): boolean => sid !== null && (told.has(sid) || door.lookedUp.has(sid));
  return {
    reached: people.filter((one) => takenFor(one).length > 0),
    lost: people.filter(
      (one) =>
        isLost(states.get(one.id), takenFor(one), told) ||
        (states.get(one.id) === "unknown" && (doubts.get(one)?.length ?? 0) === 0),
    ),
    repeated: people.filter((one) => takenFor(one).filter((post) => !hasFailed(door, post)).length > 1),
    afterHours: people.filter((one) =>
      takenFor(one).some(({ at, validitySeconds }) => !isInHours(one.zone, at, validitySeconds)),
    ),
    afterStop: people.filter((one) => (orders.get(one)?.after ?? 0) > 0),
    crossed: people.filter((one) => (orders.get(one)?.crossed ?? 0) > 0),
    unknown: people.filter(({ id }) => states.get(id) === "unknown"),
    ambiguous: people.filter((one) => (doubts.get(one)?.length ?? 0) > 0),
    settled: people.filter((one) => {
      const own = doubts.get(one) ?? [];
      return own.length > 0 && own.every((hidden) => hidden.some(isSettled));
    }),
  };
}

/** No state at all, one that is over before it was dealt with, or one that knows less than we were told. */
function isLost(
  state: string | undefined,
  posts: readonly Post[],
  told: ReadonlyMap<string, number>,
): boolean {
  if (state === undefined) return true;
  if (posts.length === 0) return !NOT_SENT.has(state);
  const step = STEPS[state];
  const most = Math.max(1, ...posts.map(({ sid }) => told.get(sid ?? "") ?? 0));
  return step === undefined || step < most;
}

/** The furthest step of each message that a callback brought us, by the carrier's id. */
function toldBySid({ exchange }: Door): ReadonlyMap<string, number> {
  const told = new Map<string, number>();
  for (const entry of exchange.log.entries) {
    if (entry.kind !== "callback" || entry.outcome.kind !== "answered" || entry.outcome.status >= 300)
      continue;
    told.set(entry.sid, Math.max(told.get(entry.sid) ?? 0, STEPS[entry.status] ?? 0));
  }
  return told;
}

/** The network did not deliver it: another attempt repeats nothing. */
function hasFailed({ exchange }: Door, { sid }: Post): boolean {
  const status = exchange.messages.get(sid ?? "")?.status;
  return status === "failed" || status === "undelivered";
}

function byNumber(posts: readonly Post[]): ReadonlyMap<string, readonly Post[]> {
  const groups = new Map<string, Post[]>();
  for (const post of posts) {
    const group = groups.get(post.to);
    if (group === undefined) groups.set(post.to, [post]);
    else group.push(post);
  }
  return groups;
}
