// When a question wakes up by itself: reminders, its deadline, the end of everyone's patience.
import type { Ask, Flow } from "#core/conversation/flow";
import type { RunState } from "#core/conversation/run";

export const MINUTE_MS = 60_000;

/**
 * How many days a person on the staff may keep a conversation without a word to it: over a week off, and no longer, since
 * all that the other side writes meanwhile is read by nobody and starts nothing.
 */
export const STAFF_SILENCE_DAYS_MAX = 7;

/** When a conversation ends that the staff took, unless they say something before. */
export function staffPatience(now: number): NonNullable<RunState["wake"]> {
  return { at: now + STAFF_SILENCE_DAYS_MAX * 24 * 60 * MINUTE_MS, reason: "expiry" };
}

/** A member of the staff said something: their time begins anew. The same state where the flow has the conversation. */
export function attended(state: RunState, now: number): RunState {
  return state.phase === "with-person" ? { ...state, wake: staffPatience(now) } : state;
}

/** What a question does about silence; all minutes count from when it was put. */
export interface Patience {
  readonly reminders: NonNullable<Ask["reminders"]>;
  readonly deadlineMinutes: number | null;
  readonly expiresMinutes: number;
  /** The end whatever the minutes say. Epoch milliseconds, infinite for none. */
  readonly closesAt: number;
}

/** A question without reminders and deadline (a consent) has only the flow's own patience. */
export function patienceOf(flow: Flow, ask?: Pick<Ask, "reminders" | "deadline">): Patience {
  return {
    reminders: ask?.reminders ?? [],
    deadlineMinutes: ask?.deadline?.afterMinutes ?? null,
    expiresMinutes: flow.expiresAfterMinutes,
    closesAt: flow.closesAt ?? Number.POSITIVE_INFINITY,
  };
}

type Clocks = Pick<RunState, "askedAt" | "remindersSent">;

/** The next thing silence leads to. `askedAt` null counts as 1970: due at once rather than never. */
export function wakeFor(
  patience: Patience,
  { askedAt, remindersSent }: Clocks,
): NonNullable<RunState["wake"]> {
  const start = askedAt ?? 0;
  const end = endOf(patience, start);
  const next = patience.reminders[remindersSent];
  const remindAt = next === undefined ? Number.POSITIVE_INFINITY : start + next.afterMinutes * MINUTE_MS;
  return remindAt < end.at ? { at: remindAt, reason: "reminder" } : end;
}

export type Due =
  | {
      readonly kind: "reminder";
      readonly reminder: Patience["reminders"][number];
      readonly remindersSent: number;
    }
  | { readonly kind: "deadline" }
  | { readonly kind: "expiry" }
  | { readonly kind: "nothing" };

/** What is due now. A wake that comes late (held for opening hours) skips what it has overtaken: never two reminders at once. */
export function dueAt(patience: Patience, askedAt: number | null, now: number): Due {
  const start = askedAt ?? 0;
  const end = endOf(patience, start);
  if (now >= end.at) return { kind: end.reason };
  const passed = patience.reminders.findLastIndex(
    ({ afterMinutes }) => start + afterMinutes * MINUTE_MS <= now,
  );
  const reminder = patience.reminders[passed];
  if (reminder === undefined) return { kind: "nothing" };
  return { kind: "reminder", reminder, remindersSent: passed + 1 };
}

/** A deadline at the very minute of the expiry is the deadline: it is what the author wrote for this question. */
function endOf({ deadlineMinutes, expiresMinutes, closesAt }: Patience, start: number) {
  const end =
    deadlineMinutes !== null && deadlineMinutes <= expiresMinutes
      ? ({ at: start + deadlineMinutes * MINUTE_MS, reason: "deadline" } as const)
      : ({ at: start + expiresMinutes * MINUTE_MS, reason: "expiry" } as const);
  return closesAt < end.at ? ({ at: closesAt, reason: "expiry" } as const) : end;
}

/**
 * Clocks start when a question is handed over: one the carrier took `deltaMs` later than planned moves them all. Waits and the
 * flow's closing are bound to the calendar and stay.
 */
export function rebase(
  state: RunState,
  deltaMs: number,
  closesAt: number = Number.POSITIVE_INFINITY,
): RunState {
  if (deltaMs <= 0 || state.phase !== "asking") return state;
  const { askedAt, wake } = state;
  return {
    ...state,
    askedAt: askedAt === null ? null : askedAt + deltaMs,
    wake: wake === null ? null : { ...wake, at: Math.min(wake.at + deltaMs, closesAt) },
  };
}
