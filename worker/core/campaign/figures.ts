// What became of a campaign's recipients: every one of them is counted in exactly one place.
import { describeRefusal, describeWait } from "#core/campaign/refusals";
import { describeFailure } from "#core/campaign/reasons";
import { rankOf, STATUS_RANK } from "#core/status";
import type { Status } from "#core/status";

/** Recipients who are alike in everything that is counted. */
export interface Bunch {
  readonly status: Status;
  readonly errorCode: number | null;
  readonly reason: string | null;
  readonly variant: string | null;
  /** Waits for its hour rather than its turn. */
  readonly isPutOff: boolean;
  readonly people: number;
  /** Of every attempt that the carrier took. */
  readonly segments: number;
  readonly costMicros: number;
}

/** Who wrote back, by variant. */
export interface Response {
  readonly variant: string | null;
  readonly replied: number;
  readonly optedOut: number;
}

export interface Why {
  /** For programs: a carrier's code or a word. */
  readonly code: string;
  readonly words: string;
  readonly people: number;
}

export interface Figures {
  /** planned = waiting + sent + failed + unknown + refused + canceled */
  readonly planned: number;
  readonly waiting: number;
  /** Of those waiting: until an hour, a day or a back-off is over. */
  readonly putOff: number;
  /** The carrier took it, and nothing bad was heard since. */
  readonly sent: number;
  /** Of those sent. */
  readonly delivered: number;
  /** Of those delivered. */
  readonly read: number;
  readonly failed: number;
  /** Nobody can tell whether the carrier took it. */
  readonly unknown: number;
  /** Held back at the last moment. */
  readonly refused: number;
  readonly canceled: number;
  readonly replied: number;
  readonly optedOut: number;
  readonly segments: number;
  readonly costMicros: number;
}

export interface Told extends Figures {
  /** Why those wait who were put off. */
  readonly waits: readonly Why[];
  readonly failures: readonly Why[];
  readonly refusals: readonly Why[];
  readonly variants: Readonly<Record<string, Figures>>;
}

/** `isOver`: what still waits will never go. `variants`: the campaign's, those that nobody got among them. */
export function tellFigures(
  bunches: readonly Bunch[],
  responses: readonly Response[],
  isOver: boolean,
  variants: readonly string[] = [],
): Told {
  const names = new Set([...variants, ...bunches.flatMap(({ variant }) => variant ?? [])]);
  const of = (name: string | null) =>
    sum(
      bunches.filter(({ variant }) => name === null || variant === name),
      responses.filter(({ variant }) => name === null || variant === name),
      isOver,
    );
  const failed = bunches.filter((bunch) => placeOf(bunch, isOver) === "failed");
  const refused = bunches.filter((bunch) => ["refused", "canceled"].includes(placeOf(bunch, isOver)));
  return {
    ...of(null),
    waits: gather(
      bunches.filter((bunch) => bunch.isPutOff && placeOf(bunch, isOver) === "waiting"),
      ({ reason }) => [reason ?? "put-off", describeWait(reason ?? "put-off")],
    ),
    failures: gather(failed, ({ errorCode, reason }) =>
      errorCode === null && reason !== null
        ? [reason, describeRefusal(reason)]
        : [String(errorCode ?? "none"), describeFailure(errorCode)],
    ),
    refusals: gather(refused, ({ reason, status }) => {
      const code = reason ?? (rankOf(status) === STATUS_RANK.pending ? "over" : status);
      return [code, describeRefusal(code)];
    }),
    variants: Object.fromEntries(Array.from(names, (name) => [name, of(name)])),
  };
}

type Place = "waiting" | "sent" | "failed" | "unknown" | "refused" | "canceled";

function placeOf({ status }: Bunch, isOver: boolean): Place {
  switch (status) {
    case "pending":
      return isOver ? "canceled" : "waiting";
    case "handed-over":
    case "accepted":
    case "scheduled":
    case "queued":
    case "sending":
    case "sent":
    case "delivered":
    case "read":
    case "received":
      return "sent";
    case "unknown":
    case "refused":
    case "canceled":
      return status;
    case "failed":
    case "undelivered":
      return "failed";
    default:
      return status satisfies never;
  }
}

function sum(bunches: readonly Bunch[], responses: readonly Response[], isOver: boolean): Figures {
  const total = (some: readonly Bunch[], what: (bunch: Bunch) => number = ({ people }) => people) =>
    some.reduce((count, bunch) => count + what(bunch), 0);
  const at = (place: Place) => bunches.filter((bunch) => placeOf(bunch, isOver) === place);
  const reached = (status: "delivered" | "read") =>
    bunches.filter(({ status: now }) => rankOf(now) >= STATUS_RANK[status] && now !== "received");
  return {
    planned: total(bunches),
    waiting: total(at("waiting")),
    putOff: total(at("waiting").filter(({ isPutOff }) => isPutOff)),
    sent: total(at("sent")),
    delivered: total(reached("delivered")),
    read: total(reached("read")),
    failed: total(at("failed")),
    unknown: total(at("unknown")),
    refused: total(at("refused")),
    canceled: total(at("canceled")),
    replied: responses.reduce((count, { replied }) => count + replied, 0),
    optedOut: responses.reduce((count, { optedOut }) => count + optedOut, 0),
    segments: total(bunches, ({ segments }) => segments),
    costMicros: total(bunches, ({ costMicros }) => costMicros),
  };
}

/** By code, the largest first. */
function gather(
  bunches: readonly Bunch[],
  tell: (bunch: Bunch) => readonly [code: string, words: string],
): Why[] {
  const found = new Map<string, Why>();
  for (const bunch of bunches) {
    const [code, words] = tell(bunch);
    found.set(code, { code, words, people: (found.get(code)?.people ?? 0) + bunch.people });
  }
  return [...found.values()].toSorted((a, b) => b.people - a.people);
}
