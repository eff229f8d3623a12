// Posts e-mails to Resend: what waits together goes together, and what may have been taken is only ever tried again under its key.
import {
  claimEmails,
  endHopeless,
  listDueEmails,
  noteEmail,
  putOffEmails,
  waitForSetUp,
} from "../db/emails.ts";
import type { EmailRow, Unit } from "../db/emails.ts";
import type { Posted } from "../email/resend.ts";
import { isEmailSetUp } from "../email/resend.ts";
import type { Services } from "../services.ts";
import { waitUntil } from "../wait.ts";
import { loadEmails } from "./load-emails.ts";
import { planUnits } from "./plan-units.ts";
import { raiseAlarm } from "./raise-alarm.ts";
import { offerEmails } from "./send-email.ts";

const HOUR_MS = 3_600_000;

/** Resend knows a key for 24 hours; an hour is left for clocks that differ and a request under way. */
export const KEY_LIVES_MS = 23 * HOUR_MS;
/** Longer than reading the attachments and the POST's own limit together. */
const LEASE_MS = 3 * 60_000;
/** Resend takes two requests a second from an account that never asked for more. */
const POST_EVERY_MS = 500;
/** Delays double from the first up to an hour: this many tries are about a day. */
const ATTEMPTS_MAX = 34;
const DELAY_FIRST_MS = 5_000;
/** No longer than this do others wait for one of them: it may be that one's own fault. */
const REST_WAITS_MS = 60_000;
/** The eleventh comes after more than an hour: somebody should know that no e-mails go out. */
const ATTEMPTS_TOLD = 11;
/** So long an e-mail waits for somebody to set e-mail up. */
const SET_UP_WITHIN_MS = 72 * HOUR_MS;

/** Delivered twice, late or side by side, each is posted by one of them. What could not be delivered now is offered again for later. */
export async function deliverEmails(services: Services, ids: readonly string[]): Promise<void> {
  const { d1, clock, settings, mint } = services;
  const now = clock.now();
  if (!isEmailSetUp(settings)) return waitForSetUp(d1, now, now - SET_UP_WITHIN_MS);
  await endHopeless(d1, ids, { now, doubtBefore: now - KEY_LIVES_MS });
  const units = planUnits(await listDueEmails(d1, ids, now), mint);
  for (const [index, unit] of units.entries()) {
    const beganAt = clock.now();
    const awayMs = await deliverUnit(services, unit);
    // One answer tells for all, for now: the rest waits.
    if (awayMs !== null) {
      const restMs = Math.min(awayMs, REST_WAITS_MS);
      return offerLater(services, units.slice(index + 1).flatMap(idsOf), restMs);
    }
    if (index < units.length - 1) await waitUntil(clock, beganAt + POST_EVERY_MS);
  }
}

/** Returns for how long Resend wants to be left alone, in milliseconds; null where it had its say. */
async function deliverUnit(services: Services, unit: Unit): Promise<number | null> {
  const { d1, clock, resend, log } = services;
  const claimedAt = clock.now();
  const rows = await claimEmails(services, unit, { now: claimedAt, leaseUntil: claimedAt + LEASE_MS });
  const [first] = rows;
  if (first === undefined) return null;
  const loaded = await loadEmails(services, rows);
  if (loaded.kind === "gone") {
    await giveUp(services, rows, claimedAt, loaded.words);
    return null;
  }
  const key = unit.kind === "alone" ? keyOf(first) : unit.batchId;
  const posted = await resend.post(loaded.emails, key);
  log.info("emails-posted", { count: rows.length, first: first.id, outcome: posted.kind });
  switch (posted.kind) {
    case "accepted": {
      const at = clock.now();
      const news = rows.map(({ id }, index) =>
        noteEmail(d1, { id, state: "sent", at, providerId: posted.providerIds[index] ?? null }),
      );
      await d1.batch(news);
      return null;
    }
    case "refused":
      return refuse(services, rows, claimedAt, posted.words);
    case "key-used":
      await end(services, rows, "unknown", posted.words);
      return null;
    case "not-allowed":
    case "busy":
    case "unknown":
      return putOff(services, rows, claimedAt, posted);
    default:
      return posted satisfies never;
  }
}

/** Staff who send it again begin another round: under the old key nothing would be sent. */
function keyOf({ id, round }: EmailRow): string {
  return round === 0 ? id : `${id}/${round}`;
}

/** Of a batch nothing was taken because of one of them: each goes alone, so that the others do. */
async function refuse(
  services: Services,
  rows: readonly EmailRow[],
  claimedAt: number,
  words: string,
): Promise<number | null> {
  if (rows.length === 1 || isInDoubt(rows, claimedAt)) {
    await giveUp(services, rows, claimedAt, words);
    return null;
  }
  const { d1, clock } = services;
  const now = clock.now();
  await putOffEmails(
    d1,
    rows.map(({ id }) => id),
    { now, until: now, detail: words, clears: claimedAt },
  ).run();
  for (const { id } of rows) {
    await waitUntil(clock, clock.now() + POST_EVERY_MS);
    const awayMs = await deliverUnit(services, { kind: "alone", id });
    if (awayMs !== null) {
      await offerLater(
        services,
        rows.map((row) => row.id),
        awayMs,
      );
      return awayMs;
    }
  }
  return null;
}

async function putOff(
  services: Services,
  rows: readonly EmailRow[],
  claimedAt: number,
  posted: Extract<Posted, { kind: "not-allowed" | "busy" | "unknown" }>,
): Promise<number> {
  const { d1, clock } = services;
  const { words } = posted;
  const attempts = Math.max(...rows.map((row) => row.attempts));
  if (posted.kind === "not-allowed" || attempts >= ATTEMPTS_TOLD)
    await raiseAlarm(services, { kind: "email-refused", subject: "resend", text: words });
  const asked = posted.kind === "not-allowed" ? null : posted.retryAfterSeconds;
  const delayMs = Math.max((asked ?? 0) * 1000, Math.min(HOUR_MS, DELAY_FIRST_MS * 2 ** (attempts - 1)));
  if (attempts >= ATTEMPTS_MAX) {
    await giveUp(services, rows, claimedAt, words);
    return delayMs;
  }
  const ids = rows.map(({ id }) => id);
  const now = clock.now();
  const clears = posted.kind === "unknown" ? null : claimedAt;
  await putOffEmails(d1, ids, { now, until: now + delayMs, detail: words, clears }).run();
  await offerLater(services, ids, delayMs);
  return delayMs;
}

/** It failed, unless an earlier attempt may have been taken after all. */
async function giveUp(
  services: Services,
  rows: readonly EmailRow[],
  claimedAt: number,
  words: string,
): Promise<void> {
  await end(services, rows, isInDoubt(rows, claimedAt) ? "unknown" : "failed", words);
}

function isInDoubt(rows: readonly EmailRow[], claimedAt: number): boolean {
  return rows.some(({ doubtAt }) => doubtAt !== null && doubtAt < claimedAt);
}

async function end(
  { d1, clock }: Services,
  rows: readonly EmailRow[],
  state: "failed" | "unknown",
  detail: string,
): Promise<void> {
  const at = clock.now();
  await d1.batch(rows.map(({ id }) => noteEmail(d1, { id, state, at, detail })));
}

/** A queue's longest delay (Cloudflare). */
const DELAY_SECONDS_MAX = 12 * 3_600;

async function offerLater(services: Services, ids: readonly string[], delayMs: number): Promise<void> {
  await offerEmails(services, ids, Math.min(DELAY_SECONDS_MAX, Math.ceil(delayMs / 1000)));
}

function idsOf(unit: Unit): readonly string[] {
  return unit.kind === "alone" ? [unit.id] : unit.ids;
}
