// What became of the message that began a stage, as the record tells it bit by bit.
import { expect, test } from "vitest";
import { deliveryOf } from "#core/funnel/delivery";
import type { Planned } from "#core/funnel/delivery";

const HOUR = 3_600_000;
const none: Planned = { recipient: null, exclusion: null, isOver: false };
const message = { status: "pending", errorCode: null, reason: null, at: 0 } as const;

test.each<[string, Planned, number, unknown]>([
  ["nothing planned yet", none, 0, { kind: "pending" }],
  ["planned", { ...none, recipient: message }, 9 * HOUR, { kind: "pending" }],
  [
    "planned when its campaign was cancelled",
    { ...none, recipient: message, isOver: true },
    0,
    { kind: "left-out", reason: "campaign-ended", isForGood: false },
  ],
  [
    "never planned by a campaign that failed",
    { ...none, isOver: true },
    0,
    { kind: "left-out", reason: "campaign-ended", isForGood: false },
  ],
  [
    "left out by the plan",
    { ...none, exclusion: "no-consent" },
    0,
    { kind: "left-out", reason: "no-consent", isForGood: true },
  ],
  [
    "left out at the last moment",
    { ...none, recipient: { ...message, status: "refused", reason: "in-conversation" } },
    0,
    { kind: "left-out", reason: "in-conversation", isForGood: false },
  ],
  [
    "accepted",
    { ...none, recipient: { ...message, status: "accepted", at: 5 } },
    9,
    { kind: "handed-over", at: 5 },
  ],
  [
    "nobody can tell",
    { ...none, recipient: { ...message, status: "unknown", at: 5 } },
    9,
    { kind: "handed-over", at: 5 },
  ],
  [
    "delivered, and its campaign is done",
    { ...none, recipient: { ...message, status: "delivered", at: 5 }, isOver: true },
    9,
    { kind: "handed-over", at: 5 },
  ],
  [
    "to a number that is not in use",
    { ...none, recipient: { ...message, status: "undelivered", errorCode: 30_005 } },
    0,
    { kind: "failed", code: 30_005 },
  ],
  [
    "to a phone that is off, a minute ago",
    { ...none, recipient: { ...message, status: "undelivered", errorCode: 30_003 } },
    60_000,
    { kind: "pending" },
  ],
  [
    "to a phone that is off, and no other try came",
    { ...none, recipient: { ...message, status: "undelivered", errorCode: 30_003 } },
    HOUR,
    { kind: "failed", code: 30_003 },
  ],
])("%s", (_what, planned, now, expected) => {
  expect(deliveryOf(planned, now)).toEqual(expected);
});
