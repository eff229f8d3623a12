// Puts one batch of questions to its volunteer, in each of the ways they chose; where none of those works, by e-mail.
import { askingDocument } from "#core/asking/asking-document";
import type { Asking, Way } from "#core/asking/asking";
import { deriveId } from "#core/id";
import { addWay, endBatch, endWays, readBatch } from "../db/askings.ts";
import type { Batch, WayOutcome } from "../db/askings.ts";
import type { Services } from "../services.ts";
import { askByText } from "./ask-by-text.ts";
import { linkToAsking } from "../asking-link.ts";
import { sendEmail } from "./send-email.ts";

/** Twice changes nothing: ids are derived from the batch, and what was sent is not due any more. */
export async function askVolunteer(services: Services, batchId: string): Promise<void> {
  const now = services.clock.now();
  const batch = await readBatch(services.d1, batchId);
  if (batch === null) return endBatch(services.d1, batchId, now);
  const ways = [...new Set(batch.due.map(({ way }) => way))];
  let isReached = false;
  for (const way of ways) {
    const isLast = way === ways.at(-1) && !isReached;
    if (await askIn(services, { batchId, batch, way, isLast, now })) isReached = true;
  }
  const { email, remindBy } = batch.volunteer.config;
  const hasOther = email !== null && !remindBy.includes("email") && !ways.includes("email");
  // The e-mail is among the ways by now.
  if (ways.length > 0 && !isReached && hasOther) await askVolunteer(services, batchId);
}

interface Attempt {
  readonly batchId: string;
  readonly batch: Batch;
  readonly way: Way;
  /** No way after this one, and none before it reached them: an e-mail stands in for it if it does not either. */
  readonly isLast: boolean;
  readonly now: number;
}

/** Asks in one of the ways; resolves with whether it reached them, or there was nothing left to ask. */
async function askIn(services: Services, { batchId, batch, way, isLast, now }: Attempt): Promise<boolean> {
  const ids = new Set(batch.due.filter((one) => one.way === way).map(({ askingId }) => askingId));
  const askings = batch.askings.filter(({ id }) => ids.has(id));
  const missed = askings.filter(({ startsAt }) => startsAt <= now);
  const open = askings.filter(({ startsAt, answer }) => startsAt > now && answer === null);
  const answered = askings.filter(({ startsAt, answer }) => startsAt > now && answer !== null);
  const end = (some: readonly Asking[], outcome: WayOutcome) =>
    some.length === 0
      ? Promise.resolve()
      : endWays(
          services.d1,
          some.map(({ id }) => id),
          way,
          outcome,
        );
  await end(missed, { state: "missed", at: now });
  await end(answered, { state: "refused", reason: "answered", at: now });
  if (open.length === 0) return true;
  const part = { ...batch, askings: open };
  const outcome =
    way === "email"
      ? await askByEmail(services, batchId, part, now)
      : await askByText(services, batchId, part, way, now);
  // Written before this way is over: whoever breaks off in between begins again here.
  if (outcome.state === "refused" && isLast && batch.volunteer.config.email !== null)
    await addWay(
      services.d1,
      open.map(({ id }) => id),
      "email",
      now,
    );
  await end(open, outcome);
  return outcome.state === "sent";
}

async function askByEmail(
  services: Services,
  batchId: string,
  { askings, helpline, volunteer }: Batch,
  now: number,
): Promise<WayOutcome> {
  const { email, language } = volunteer.config;
  if (email === null) return { state: "refused", reason: "no-email", at: now };
  const id = deriveId("asking-email", batchId);
  const links = await Promise.all(askings.map((asking) => linkToAsking(services, asking.id)));
  const text = { group: helpline.config.name, zone: helpline.config.zone, language };
  await sendEmail(services, {
    id,
    kind: askings[0]?.kind === "offer" ? "offer" : "reminder",
    to: email,
    document: askingDocument(askings, links, text),
    about: { kind: "volunteer", id: volunteer.id, addressId: volunteer.addressId },
    expiresAt: Math.max(...askings.map(({ startsAt }) => startsAt)),
  });
  return { state: "sent", sentAs: id, at: now };
}
