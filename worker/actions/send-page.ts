// A page of a campaign: read, filled in, sent slot by slot, and reported on. Delivered again, it sends nothing twice: each
// recipient is claimed in their own object.
import type { PageJob } from "#core/campaign/jobs";
import type { Load, Pinned, ReserveAnswer } from "#core/campaign/sending";
import type { Line } from "#core/line";
import { readPage, writePage } from "../db/recipients.ts";
import type { Dropped, PutOff, ReadRecipient } from "../db/recipients.ts";
import type { Gate } from "../gate.ts";
import { describeError } from "../log.ts";
import type { Services } from "../services.ts";
import { waitUntil } from "../wait.ts";
import { findLinesOf, findPinned } from "./find-pinned.ts";
import { drop, prepareRecipient } from "./prepare-recipient.ts";
import type { Prepared } from "./prepare-recipient.ts";
import { sendToRecipient } from "./send-to-recipient.ts";
import type { Result } from "./send-to-recipient.ts";

/** Who holds a page goes on with the next for so long: a queue message carries several pages. */
const GOES_ON_MS = 8_000;

type Ready = Extract<Prepared, { kind: "ready" }>;

/** Sends the page and, while there is time, those that follow it. `gate` bounds the posts of all that run side by side. */
export async function sendPages(services: Services, first: PageJob, gate: Gate): Promise<void> {
  const until = services.clock.now() + GOES_ON_MS;
  for (let job: PageJob | null = first; job !== null;) job = await sendPage(services, job, gate, until);
}

/** Returns the next page, if who reports is to go on. */
async function sendPage(
  services: Services,
  job: PageJob,
  gate: Gate,
  until: number,
): Promise<PageJob | null> {
  const { clock, d1, sender, log } = services;
  const pinned = await findPinned(services, job.lineId, job.campaignId);
  if (pinned === null) {
    log.error("page-of-nothing", { campaignId: job.campaignId, lineId: job.lineId });
    return null;
  }
  const [rows, lines] = await Promise.all([
    readPage(d1, job, pinned, clock.now()),
    findLinesOf(services, pinned),
  ]);
  const prepared = rows.map((row) => prepare(row, pinned, lines, clock.now()));
  const ready = prepared.filter((one) => one.kind === "ready");
  const sent = await sendAll(services, job, lines.get(job.lineId) ?? pinned.line, ready, gate);

  const left = ready.slice(sent.results.length);
  const putOff = putOffOf(job, ready, sent.results, prepared);
  const dropped = prepared.flatMap((one): Dropped[] => (one.kind === "dropped" ? [one.dropped] : []));
  const nextDueAt =
    putOff.length + dropped.length > 0 || job.kind === "due"
      ? await writePage(d1, job.campaignId, putOff, dropped)
      : null;
  const now = clock.now();
  const { next } = await sender(job.lineId).report({
    page: job,
    cursor: cursorBefore(rows, left[0]),
    isLast: left.length === 0 && rows.length < job.limit,
    accepted: sent.results.filter(({ kind }) => kind === "accepted").length,
    unused: ready
      .slice(0, sent.results.length)
      .flatMap(({ load }, index) => (isUsed(sent.results[index]) ? [] : [load])),
    doubted: ready
      .slice(0, sent.results.length)
      .flatMap(({ load }, index) => (isDoubtful(sent.results[index]) ? [load.id] : [])),
    nextDueAt,
    goesOn: now < until && !sent.isStopped,
    now,
  });
  return next;
}

/** A slot is used by whoever claimed: this page, or one that was delivered beside it. */
function isUsed(result: Result | undefined): boolean {
  return result?.kind === "accepted" || result?.kind === "taken";
}

/** Claimed by somebody else, or broken off where a claim may be open. */
function isDoubtful(result: Result | undefined): boolean {
  return result?.kind === "taken" || (result?.kind === "later" && result.reason === "broken-off");
}

function prepare(
  row: ReadRecipient,
  pinned: Pinned,
  lines: ReadonlyMap<string, Line>,
  now: number,
): Prepared {
  if (row.kind === "broken") return drop(row.id, "broken", "failed");
  const line = lines.get(row.recipient.lineId);
  return line === undefined
    ? drop(row.recipient.id, "unreachable")
    : prepareRecipient(row.recipient, pinned, line, now);
}

/** Sends as many, from the first on, as get slots; `isStopped` when the campaign or the line is held up. */
async function sendAll(
  services: Services,
  job: PageJob,
  line: Line,
  ready: readonly Ready[],
  gate: Gate,
): Promise<{ results: readonly Result[]; isStopped: boolean }> {
  const { clock, sender } = services;
  const sending: Promise<Result>[] = [];
  let isStopped = false;
  while (sending.length < ready.length && !isStopped) {
    const waiting = ready.slice(sending.length);
    const loads = waiting.map((one): Load => loadOn(line, one));
    const answer: ReserveAnswer = await sender(line.id).reserve({
      page: job,
      pacing: line,
      loads,
      now: clock.now(),
    });
    if (answer.kind === "stopped") break;
    for (const [index, slot] of answer.slots.entries()) {
      const one = waiting[index];
      if (one === undefined) break;
      const work = send(services, line, one, slot, gate).then((result) => {
        if (result.kind === "later" && result.stopsPage) isStopped = true;
        return result;
      });
      sending.push(work);
    }
    if (sending.length === ready.length) break;
    if (answer.againAt === null) isStopped = true;
    else await waitUntil(clock, answer.againAt);
  }
  const results = await Promise.all(sending);
  return { results, isStopped: isStopped || results.length < ready.length };
}

/** What goes by the fallback line takes its slot there; its own line only says whether the campaign runs. */
async function send(services: Services, home: Line, one: Ready, slot: number, gate: Gate): Promise<Result> {
  const { clock, log, sender } = services;
  try {
    const { line } = one.offered;
    if (line.id === home.id) return await sendToRecipient(services, one, home.id, slot, gate);
    const { segments, costMicros } = one.load;
    const answer = await sender(line.id).reserveReply({
      pacing: line,
      isStarted: true,
      segments,
      costMicros,
      now: clock.now(),
    });
    if (answer.kind === "later")
      return { kind: "later", at: answer.at, reason: answer.why, stopsPage: false };
    return await sendToRecipient(services, one, home.id, answer.at, gate);
  } catch (error) {
    // A claim may be open: coming back to it later finds that out.
    log.error("recipient-not-sent", { messageId: one.load.id, error: describeError(error) });
    return { kind: "later", at: clock.now() + BROKEN_AGAIN_MS, reason: "broken-off", stopsPage: false };
  }
}

/** By then the object has looked up a claim that nobody reported on. */
const BROKEN_AGAIN_MS = 150_000;

function loadOn(home: Line, { load, offered }: Ready): Load {
  return offered.line.id === home.id ? load : { ...load, segments: 0, costMicros: 0 };
}

/** Until when the page's recipients are put off; of those that were put off before, who is through waits no more. */
function putOffOf(
  job: PageJob,
  ready: readonly Ready[],
  results: readonly Result[],
  prepared: readonly Prepared[],
): readonly PutOff[] {
  const before = prepared.flatMap((one) => (one.kind === "later" ? [one.putOff] : []));
  const after = results.flatMap((result, index): PutOff[] => {
    const id = ready[index]?.load.id ?? "";
    if (result.kind === "later") return [{ id, dueAt: result.at, reason: result.reason }];
    return job.kind === "due" ? [{ id, dueAt: null, reason: null }] : [];
  });
  return [...before, ...after];
}

/** The last recipient before the first that was not dealt with; null for none. */
function cursorBefore(rows: readonly ReadRecipient[], left: Ready | undefined): string | null {
  const ids = rows.map((row) => (row.kind === "broken" ? row.id : row.recipient.id));
  if (left === undefined) return ids.at(-1) ?? null;
  return ids[ids.indexOf(left.load.id) - 1] ?? null;
}
