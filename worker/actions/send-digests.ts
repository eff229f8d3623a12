// Everybody's digest that has come due, each period told once, however often, late, seldom or side by side this runs.
import { findDue } from "#core/digest/due";
import { deriveId } from "#core/id";
import { isToldAlready, listSubscribed, moveTold } from "../db/digests.ts";
import type { DigestRow } from "../db/digests.ts";
import { describeError } from "../log.ts";
import type { Services } from "../services.ts";
import { composeDigest } from "./compose-digest.ts";
import type { Gathered } from "./compose-digest.ts";
import { offerEmails, writeEmails } from "./send-email.ts";

/** Older news than this is no news; the next digest comes anyway. */
const EXPIRES_AFTER_MS = 3 * 24 * 3_600_000;

/** One that fails stops no other, and is tried again by the next tick. */
export async function sendDigests(services: Services): Promise<void> {
  const gathered: Gathered = new Map();
  for (const row of await listSubscribed(services.db)) {
    try {
      await sendDigest(services, row, gathered);
    } catch (error) {
      if (!isToldAlready(error))
        services.log.error("digest-failed", { digestId: row.id, error: describeError(error) });
    }
  }
}

async function sendDigest(services: Services, row: DigestRow, gathered: Gathered): Promise<void> {
  const { d1, clock } = services;
  const { id, config, toldUntil } = row;
  const now = clock.now();
  const due = findDue(config, toldUntil, now);
  if (due === null) return;
  const { document, isQuiet } = await composeDigest(services, id, config, due, { gathered });
  const isSkipped = isQuiet && config.skipWhenQuiet;
  const mail = {
    id: deriveId("digest", id, toldUntil),
    kind: "digest",
    to: config.email,
    document,
    about: { kind: "digest", id },
    expiresAt: now + EXPIRES_AFTER_MS,
  };
  // Told and written together: of two ticks at once the second is refused, whole.
  await d1.batch([moveTold(d1, row, due.endsAt), ...(await writeEmails(services, isSkipped ? [] : [mail]))]);
  if (!isSkipped) await offerEmails(services, [mail.id]);
}
