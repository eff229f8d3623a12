// A period as the record counts it, and what these counts come to.
import type { AlarmKind } from "#core/alarm";
import { describeFailure } from "#core/campaign/reasons";
import { describeRefusal } from "#core/campaign/refusals";
import type { Disposition } from "#core/conversation/run";
import type { CallOutcome } from "#core/helpline/call";
import type { NoticeRecord } from "#core/record";
import type { Status } from "#core/status";
import { STATUS_RANK } from "#core/status";
import type { CampaignFigures, Count, DigestFigures, FlowFigures, Totals } from "./figures.ts";
import type { Notable } from "./notable.ts";

export interface MessageCount {
  readonly direction: "in" | "out";
  readonly status: Status;
  readonly errorCode: number | null;
  readonly reason: string | null;
  /** Of what came in: hours since the start. */
  readonly hour: number | null;
  readonly count: number;
}

export interface RunCount {
  readonly flowId: string;
  readonly name: string;
  /** Null for those that were begun, whatever became of them. */
  readonly disposition: Disposition | null;
  readonly count: number;
}

export interface CallCount {
  readonly helplineId: string;
  readonly outcome: CallOutcome | null;
  readonly hour: number;
  readonly count: number;
}

export interface Traffic {
  readonly messages: readonly MessageCount[];
  readonly runs: readonly RunCount[];
  readonly optOuts: number;
}

/** What is compared with. */
export interface TrafficBefore {
  readonly received: number;
  readonly sent: number;
  readonly runs: readonly RunCount[];
}

export interface PeriodCounts {
  readonly now: Traffic;
  readonly before: TrafficBefore;
  readonly calls: readonly CallCount[];
  readonly voicemails: readonly {
    readonly helplineId: string;
    readonly count: number;
    readonly unheard: number;
  }[];
  readonly categories: readonly {
    readonly funnel: string;
    readonly category: string;
    readonly people: number;
  }[];
  readonly campaigns: readonly CampaignFigures[];
  readonly alarms: readonly { readonly kind: AlarmKind; readonly text: string }[];
  readonly notices: readonly { readonly kind: NoticeRecord["kind"]; readonly count: number }[];
  readonly doubtful: readonly { readonly name: string | null; readonly words: string }[];
  readonly deadLetters: number;
  readonly emails: number;
}

/** Both last words of the carrier's that say it did not arrive. */
const FAILED: ReadonlySet<Status> = new Set(["failed", "undelivered"]);
/** Not handed over, or nobody knows. */
export const NEVER_LEFT: ReadonlySet<Status> = new Set([
  "pending",
  "unknown",
  "canceled",
  "refused",
  "failed",
  "received",
]);

export function sumTraffic({ messages, runs, optOuts }: Traffic): Totals {
  const total = (is: (message: MessageCount) => boolean) =>
    messages.reduce((sum, message) => sum + (is(message) ? message.count : 0), 0);
  const out = (is: (status: Status) => boolean) =>
    total(({ direction, status }) => direction === "out" && is(status));
  return {
    received: total(({ direction }) => direction === "in"),
    sent: out((status) => !NEVER_LEFT.has(status)),
    delivered: out((status) => status !== "received" && STATUS_RANK[status] >= STATUS_RANK.delivered),
    failed: out((status) => FAILED.has(status)),
    unknown: out((status) => status === "unknown"),
    answers: sumAnswers(runs),
    optOuts,
  };
}

/** Conversations that were carried to their end. */
export function sumAnswers(runs: readonly RunCount[]): number {
  return runs.reduce((sum, { disposition, count }) => sum + (disposition === "completed" ? count : 0), 0);
}

/** In words, the most frequent first. */
export function listFailures(messages: readonly MessageCount[]): readonly Count[] {
  const found = new Map<string, number>();
  for (const { direction, status, errorCode, reason, count } of messages) {
    if (direction !== "out" || !FAILED.has(status)) continue;
    const words =
      errorCode === null && reason !== null ? describeRefusal(reason) : describeFailure(errorCode);
    found.set(words, (found.get(words) ?? 0) + count);
  }
  return [...found].map(([words, count]) => ({ words, count })).toSorted((a, b) => b.count - a.count);
}

/** The flows that were begun or ended, the most answered first. */
export function listFlows(
  { runs }: Traffic,
  before: TrafficBefore,
  notable: ReadonlyMap<string, readonly Notable[]>,
): readonly FlowFigures[] {
  return [...new Set(runs.map(({ flowId }) => flowId))]
    .map((id) => {
      const counts = runs.filter(({ flowId }) => flowId === id);
      const sum = (is: (disposition: Disposition | null) => boolean) =>
        counts.reduce((total, { disposition, count }) => total + (is(disposition) ? count : 0), 0);
      return {
        id,
        name: counts[0]?.name ?? id,
        begun: sum((disposition) => disposition === null),
        completed: sum((disposition) => disposition === "completed"),
        completedBefore: before.runs.reduce(
          (total, { flowId, disposition, count }) =>
            total + (flowId === id && disposition === "completed" ? count : 0),
          0,
        ),
        notable: notable.get(id) ?? [],
      };
    })
    .toSorted((a, b) => b.completed - a.completed || b.begun - a.begun);
}

const HOUR_MS = 3_600_000;

/** When texts and calls came in. */
export function listHours({ now, calls }: PeriodCounts, startsAt: number): DigestFigures["hours"] {
  const counts = new Map<number, number>();
  const came = [...now.messages.filter(({ direction }) => direction === "in"), ...calls];
  for (const { hour, count } of came) if (hour !== null) counts.set(hour, (counts.get(hour) ?? 0) + count);
  return [...counts].map(([hour, count]) => ({ at: startsAt + hour * HOUR_MS, count }));
}
