// Puts one batch of questions to its volunteer, in each of the ways they chose; where none of those works, by e-mail.
import { askingDocument } from "#core/asking/asking-document";
import type { Asking, Way } from "#core/asking/asking";
import { deriveId } from "#core/id";
import { endBatch, endWays, readBatch } from "../db/askings.ts";
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
  const reached: boolean[] = [];
  for (const way of ways) reached.push(await go(services, batchId, batch, way, now));
  const { email, remindBy } = batch.volunteer.config;
  const isStuck = reached.length > 0 && !reached.includes(true) && !remindBy.includes("email");
  if (isStuck && email !== null) await goAll(services, batchId, batch, "email", batch.askings, now);
}

async function go(
  services: Services,
  batchId: string,
  batch: Batch,
  way: Way,
  now: number,
): Promise<boolean> {
  const ids = new Set(batch.due.filter((one) => one.way === way).map(({ askingId }) => askingId));
  return goAll(
    services,
    batchId,
    batch,
    way,
    batch.askings.filter(({ id }) => ids.has(id)),
    now,
  );
}

async function goAll(
  services: Services,
  batchId: string,
  batch: Batch,
  way: Way,
  askings: readonly Asking[],
  now: number,
): Promise<boolean> {
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
