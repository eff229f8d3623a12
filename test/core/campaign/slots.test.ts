// What a Sender grants a page: so far ahead, so many a day, so much money, and nothing while it is stopped.
import { describe, expect, test } from "vitest";
import type { PageJob } from "#core/campaign/jobs";
import {
  afterCheck,
  giveOut,
  lostPages,
  needsAt,
  newProgress,
  nextPage,
  settledProgress,
  takeBack,
} from "#core/campaign/progress";
import type { Progress } from "#core/campaign/progress";
import { givePages, pageLimit, pagesAtOnce } from "#core/campaign/give-pages";
import type { Pinned } from "#core/campaign/sending";
import { giveBack, NEW_LINE, reserve, takeTurn, withPacing } from "#core/campaign/slots";
import { moved, onTime, steer } from "#core/campaign/steer";
import { pinnedCampaign } from "../../fixtures/pinned-campaign.ts";
import { makeLine } from "../contact/talk.ts";

const NOW = Date.parse("2026-11-23T12:00:00Z");
const MIDNIGHT = Date.parse("2026-11-24T00:00:00Z");
const LINE = makeLine({ zone: "Europe/London", segmentsPerSecond: 10 });

function pinned(more: Partial<Pinned> = {}): Pinned {
  return pinnedCampaign({ launchedAt: NOW, line: LINE, ...more });
}

const running = (more: Partial<Pinned> = {}): Progress => ({
  ...newProgress(pinned(more), NOW),
  planned: 100,
});
const loads = (count: number, segments = 1, costMicros = 0) =>
  Array.from({ length: count }, (_, place) => ({ id: `message-${place}`, segments, costMicros }));

function ask(
  progress: Progress,
  count: number,
  line = NEW_LINE,
  more: Partial<{ now: number; cap: number; cost: number }> = {},
) {
  const page = nextPage(progress, 25, NOW);
  if (page === null) throw new Error("no page to ask for");
  const out = giveOut(progress, page, NOW);
  const pacing = { ...LINE, ...(more.cap !== undefined && { spendCapPerDay: more.cap }) };
  const now = more.now ?? NOW;
  return { page, ...reserve(line, out, { page, pacing, loads: loads(count, 1, more.cost ?? 0), now }) };
}

describe("slots of a page", () => {
  test("are spread by the rate and reach half a second ahead; the rest asks again", () => {
    const { answer } = ask(running(), 20);
    if (answer.kind !== "slots") throw new Error("stopped");
    expect(answer.slots).toHaveLength(5);
    expect(answer.slots.at(-1)).toBeLessThanOrEqual(NOW + 500);
    expect(answer.againAt).toBeGreaterThan(NOW);
  });

  test("are the same for a page that is delivered again, and cost the line nothing more", () => {
    const first = ask(running(), 5);
    const call = { page: first.page, pacing: LINE, loads: loads(5), now: NOW + 100 };
    const second = reserve(first.line, first.progress, call);
    expect(second.answer).toEqual(first.answer);
    expect(second.line.pace).toEqual(first.line.pace);
  });

  test("that were missed by more than half a second are new ones", () => {
    const first = ask(running(), 1);
    const now = NOW + 5_000;
    const second = reserve(first.line, first.progress, {
      page: first.page,
      pacing: LINE,
      loads: loads(1),
      now,
    });
    expect(second.answer).toMatchObject({ slots: [now] });
  });

  test("are none for a page that was reported, or of a campaign that is paused", () => {
    const { page, progress, line } = ask(running(), 1);
    const call = { page, pacing: LINE, loads: loads(1), now: NOW };
    const back = takeBack(progress, page, { cursor: "x", isLast: false, nextDueAt: null }, NOW);
    expect(reserve(line, back, call).answer).toEqual({ kind: "stopped" });
    const paused = moved(progress, { to: "paused", actor: "test", reason: null }, NOW);
    expect(reserve(line, paused, call).answer).toEqual({ kind: "stopped" });
  });
});

describe("a turn outside pages", () => {
  const pacing = { ...LINE, spendCapPerDay: 0.02 };
  const call = { pacing, segments: 1, costMicros: 15_000, now: NOW };
  const spent = takeTurn(NEW_LINE, { ...call, isStarted: true }).line;

  test("is held by the spend cap where we start it, which is said once", () => {
    const beyond = takeTurn(spent, { ...call, isStarted: true });
    expect(beyond).toMatchObject({
      answer: { kind: "later", at: MIDNIGHT, why: "spend-cap" },
      isSpent: true,
      line: { day: { spentMicros: 15_000 } },
    });
    const again = takeTurn(beyond.line, { ...call, costMicros: 0, isStarted: true });
    expect(again).toMatchObject({ answer: { kind: "later", at: MIDNIGHT }, isSpent: false });
  });

  test("is free of it where it answers", () => {
    const beyond = takeTurn(spent, { ...call, isStarted: true }).line;
    expect(takeTurn(beyond, { ...call, isStarted: false }).answer.kind).toBe("slot");
  });

  test("comes again on the next day, or when the cap is raised", () => {
    const beyond = takeTurn(spent, { ...call, isStarted: true }).line;
    const raised = { ...call, pacing: { ...pacing, spendCapPerDay: 1 }, isStarted: true };
    expect(takeTurn(beyond, raised).answer.kind).toBe("slot");
    expect(takeTurn(beyond, { ...call, isStarted: true, now: MIDNIGHT }).answer.kind).toBe("slot");
  });
});

describe("a page that comes twice", () => {
  test("is charged to the day's caps once, though its slots were missed", () => {
    const first = ask(running({ dailyCap: 4 }), 4, NEW_LINE, { cost: 10_000 });
    const second = reserve(first.line, first.progress, {
      page: first.page,
      pacing: LINE,
      loads: loads(4, 1, 10_000),
      now: NOW + 60_000,
    });
    expect(second.answer).toMatchObject({ kind: "slots", againAt: null });
    expect([second.progress.day.people, second.line.day.spentMicros]).toEqual([4, 40_000]);
  });

  test("is charged to the next day where that has begun", () => {
    const first = ask(running({ dailyCap: 4 }), 4, NEW_LINE, { cost: 10_000, now: MIDNIGHT - 5_000 });
    const call = { page: first.page, pacing: LINE, loads: loads(3, 1, 10_000), now: MIDNIGHT };
    const second = reserve(first.line, first.progress, call);
    expect([second.progress.day.people, second.line.day.spentMicros]).toEqual([3, 30_000]);
  });
});

describe("a clock that was set back", () => {
  const DAYS = 3 * 24 * 3_600_000;

  test("holds no page for days: slots, holds and looks are by the clock there is", () => {
    const ahead = ask(running({ dailyCap: 1 }), 2, NEW_LINE, { now: NOW + DAYS });
    const check = { round: 0, at: NOW + DAYS };
    const back = settledProgress({ ...ahead.progress, check }, NOW);
    expect(back).toMatchObject({ heldUntil: 0, check: { at: NOW } });
    const again = reserve(ahead.line, back, { page: ahead.page, pacing: LINE, loads: loads(1), now: NOW });
    expect(again.answer).toMatchObject({ slots: [NOW] });
    const page = { job: ahead.page, touchedAt: NOW + DAYS, slots: {} };
    const touched = settledProgress({ ...back, pages: [page] }, NOW);
    expect(lostPages(touched, NOW + 60_000)).toEqual([ahead.page]);
  });

  test("spends no other day's money, and keeps no line waiting for its end", () => {
    const { line } = ask(running(), 2, NEW_LINE, { cap: 0.01, cost: 10_000, now: NOW + DAYS });
    expect(line.heldUntil).toBeGreaterThan(NOW + DAYS);
    expect(withPacing(line, { ...LINE, spendCapPerDay: 0.01 }, NOW)).toMatchObject({
      heldUntil: 0,
      day: { spentMicros: 0 },
    });
  });

  test("changes nothing where nothing lies too far ahead", () => {
    const { progress } = ask(running(), 2);
    expect(settledProgress(progress, NOW)).toBe(progress);
  });
});

describe("caps of the day", () => {
  test("so many people, then the next day on the line's calendar", () => {
    const { answer, progress } = ask(running({ dailyCap: 3 }), 5);
    expect(answer).toMatchObject({ againAt: null });
    expect(progress.day.people).toBe(3);
    expect(progress.heldUntil).toBe(MIDNIGHT);
    expect(nextPage({ ...progress, pages: [] }, 25, NOW)).toBeNull();
    expect(nextPage({ ...progress, pages: [] }, 25, MIDNIGHT)).not.toBeNull();
  });

  test("so much money, then the line as a whole waits and says so once", () => {
    const { answer, line, isSpent } = ask(running(), 5, NEW_LINE, { cap: 0.02, cost: 10_000 });
    expect(answer).toMatchObject({ kind: "slots", againAt: null });
    expect([isSpent, line.heldUntil, line.day.spentMicros]).toEqual([true, MIDNIGHT, 20_000]);
    const again = ask(running(), 1, line, { cap: 0.02, cost: 10_000 });
    expect([again.isSpent, again.answer]).toMatchObject([false, { slots: [] }]);
  });

  test("what was not used is given back; a new day begins at nothing", () => {
    const { line, progress } = ask(running({ dailyCap: 3 }), 2, NEW_LINE, { cost: 10_000 });
    const given = giveBack(line, progress, loads(1, 1, 10_000));
    expect([given.progress.day.people, given.line.day.spentMicros]).toEqual([1, 10_000]);
    expect(withPacing(given.line, LINE, MIDNIGHT).day.spentMicros).toBe(0);
  });
});

describe("pages", () => {
  test.each([
    [0.2, 5, 1],
    [1, 5, 1],
    [10, 10, 2],
    [20, 20, 3],
    [100, 25, 8],
  ])("at %f segments a second hold %i recipients, %i at once", (rate, limit, atOnce) => {
    expect([pageLimit(rate), pagesAtOnce(rate)]).toEqual([limit, atOnce]);
  });

  test("campaigns of a line take turns", () => {
    const line = withPacing(NEW_LINE, { ...LINE, segmentsPerSecond: 100 }, NOW);
    const three = ["a", "b", "c"].map((campaignId): Progress => ({ ...running(), campaignId }));
    const { jobs } = givePages(line, three, NOW);
    const shares = ["a", "b", "c"].map((id) => jobs.filter(({ campaignId }) => campaignId === id).length);
    expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
  });

  test("put-off recipients come first, one page of them at a time", () => {
    const due = { ...running(), nextDueAt: NOW };
    const first = nextPage(due, 25, NOW);
    expect(first?.kind).toBe("due");
    expect(nextPage(giveOut(due, first as PageJob, NOW), 25, NOW)?.kind).toBe("lane");
  });

  test("one that went missing with its consumer is given out again after a minute, as it was", () => {
    const { page, progress } = ask(running(), 1);
    expect(lostPages(progress, NOW + 59_000)).toEqual([]);
    expect(lostPages(progress, NOW + 60_000)).toEqual([page]);
    expect(needsAt(progress, NOW)).toBe(NOW + 60_000);
  });
});

describe("an alarm", () => {
  test("is set for what will be due, never for what only waits for room", () => {
    const lanesDone = { ...running(), lanes: running().lanes.map((lane) => ({ ...lane, isDone: true })) };
    expect(needsAt({ ...lanesDone, nextDueAt: NOW + 5_000 }, NOW)).toBe(NOW + 5_000);
    expect(needsAt({ ...lanesDone, nextDueAt: NOW + 5_000, heldUntil: MIDNIGHT }, NOW)).toBe(MIDNIGHT);
    expect(needsAt({ ...lanesDone, nextDueAt: NOW }, NOW)).toBeNull();
    expect(needsAt({ ...running(), heldUntil: NOW - 1 }, NOW)).toBeNull();
  });
});

describe("a campaign's way", () => {
  test("waits for its start, and ends when it expires, with those it did not reach told off", () => {
    const early = newProgress(pinned({ startAt: NOW + 1_000, expiresAt: NOW + 5_000 }), NOW);
    expect([early.state, needsAt(early, NOW)]).toEqual(["scheduled", NOW + 1_000]);
    expect(onTime(early, NOW)).toBe(early);
    const begun = onTime(early, NOW + 1_000);
    expect(begun.state).toBe("sending");
    expect(onTime(begun, NOW + 5_000)).toMatchObject({ state: "done", withdrawal: "expired" });
  });

  test("is over for good: nothing leads out of cancelled", () => {
    const call = { campaignId: "campaign", actor: "test", reason: null, now: NOW } as const;
    const cancelled = steer(running(), { ...call, to: "cancelled" });
    expect(cancelled).toMatchObject({ state: "cancelled", withdrawal: "cancelled", seq: 2 });
    expect(cancelled && steer(cancelled, { ...call, to: "sending" })).toBeNull();
  });

  test("is done when all was read, nothing is put off and D1 knows of nobody who waits", () => {
    let progress = running();
    for (let lane = 0; lane < 16; lane += 1) {
      const page = nextPage(progress, 25, NOW);
      if (page === null) throw new Error("a lane is missing");
      progress = takeBack(
        giveOut(progress, page, NOW),
        page,
        { cursor: null, isLast: true, nextDueAt: null },
        NOW,
      );
    }
    expect(nextPage(progress, 25, NOW)).toBeNull();
    expect(progress.check).toEqual({ round: 0, at: NOW + 1_000 });
    const later = afterCheck(progress, 3, null, NOW);
    expect(later?.check).toEqual({ round: 1, at: NOW + 3_000 });
    expect(later && afterCheck(later, 0, null, NOW)).toBeNull();
  });
});
