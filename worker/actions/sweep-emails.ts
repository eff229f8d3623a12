// E-mails that nobody is sending, since an offer to the queue was lost or a consumer died, are offered again. The claim sees to
// it that each is posted once.
import { listOverdueEmails } from "../db/emails.ts";
import type { Services } from "../services.ts";
import { offerEmails } from "./send-email.ts";

/** A queue's own delay, and a batch before it, are over by then. */
const OVERDUE_MS = 2 * 60_000;
/** A sweep; the next one is five minutes away. */
const OFFERED_MAX = 1_000;

/** Returns how many were. */
export async function sweepEmails(services: Services): Promise<number> {
  const overdue = await listOverdueEmails(services.d1, services.clock.now() - OVERDUE_MS, OFFERED_MAX);
  await offerEmails(services, overdue);
  return overdue.length;
}
