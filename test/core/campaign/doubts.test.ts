// Recipients that may have been claimed by somebody who died: looked after, again and again, until it is done.
import { expect, test } from "vitest";
import { doubt, lookAfter, nextDoubtAt, withoutDoubts } from "#core/campaign/doubts";
import { giveAgain } from "#core/campaign/give-pages";
import { needsAt, newProgress } from "#core/campaign/progress";
import type { Progress } from "#core/campaign/progress";
import { pinnedCampaign } from "../../fixtures/pinned-campaign.ts";
import { makeLine } from "../contact/talk.ts";

const NOW = Date.parse("2026-11-23T12:00:00Z");
const MINUTE = 60_000;
const JOB = {
  kind: "lane",
  campaignId: "campaign",
  lineId: "line",
  lane: 3,
  cursor: null,
  limit: 25,
} as const;
const FRESH = newProgress(pinnedCampaign({ launchedAt: NOW, line: makeLine({}) }), NOW);
const SLOTS = { first: NOW + 1_000, second: NOW + 2_000 };
const SENDING: Progress = { ...FRESH, planned: 2, pages: [{ job: JOB, touchedAt: NOW, slots: SLOTS }] };

test("whoever had a slot on a page that went missing is in doubt, once however often it is missed", () => {
  const missed = giveAgain(SENDING, NOW + MINUTE).progress;
  const again = giveAgain(missed, NOW + 2 * MINUTE).progress;
  expect(lookAfter(again, NOW + 6 * MINUTE - 1)).toBeNull();
  expect(lookAfter(again, NOW + 6 * MINUTE)?.job).toMatchObject({ messageIds: ["first", "second"] });
});

test("a job that nobody confirms is given out again after a minute", () => {
  const asked = lookAfter(doubt(FRESH, ["one"], NOW), NOW + 5 * MINUTE)?.progress ?? FRESH;
  expect(lookAfter(asked, NOW + 5 * MINUTE)).toBeNull();
  expect(lookAfter(asked, NOW + 6 * MINUTE)?.job.messageIds).toEqual(["one"]);
  expect(nextDoubtAt(withoutDoubts(asked, ["one"]))).toBeNull();
});

test("the Sender wakes for them though the campaign is over", () => {
  const over = doubt({ ...FRESH, state: "cancelled" }, ["one"], NOW);
  expect(needsAt(over, NOW)).toBe(NOW + 5 * MINUTE);
});

test("a job is no longer than a consumer gets through", () => {
  const many = doubt(
    FRESH,
    Array.from({ length: 120 }, (_, place) => `message-${place}`),
    NOW,
  );
  const first = lookAfter(many, NOW + 5 * MINUTE);
  expect(first?.job.messageIds).toHaveLength(50);
  expect(lookAfter(first?.progress ?? many, NOW + 5 * MINUTE)?.job.messageIds).toHaveLength(50);
});
