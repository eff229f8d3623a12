// Coordinators hear of shifts that nobody has: one e-mail for all of a day, each of them once.
import { gapDocument } from "#core/asking/gap-document";
import type { Opening } from "#core/asking/opening";
import { deriveId } from "#core/id";
import { gaps } from "#core/rota/gaps";
import { datesAround } from "#core/rota/occurrences";
import { findHelpline } from "../db/helplines.ts";
import { listUnalerted, markAlerted } from "../db/openings.ts";
import { readRota } from "../db/rota.ts";
import { readPeople } from "../db/volunteers.ts";
import { describeError } from "../log.ts";
import type { Services } from "../services.ts";
import { offerEmails, writeEmails } from "./send-email.ts";
import type { Mail } from "./send-email.ts";

/** A sweep; the next one is five minutes away. */
const OPENINGS_MAX = 500;

/** A day that fails stops no other; it is tried again by the next sweep. */
export async function alertGaps(services: Services): Promise<void> {
  const due = await listUnalerted(services.d1, services.clock.now(), OPENINGS_MAX);
  const days = new Set(due.map(dayOf));
  for (const day of days) {
    const openings = due.filter((opening) => dayOf(opening) === day);
    try {
      await alertDay(services, openings);
    } catch (error) {
      const [first] = openings;
      services.log.error("gap-alert-failed", {
        helplineId: first?.helplineId,
        error: describeError(error),
      });
    }
  }
}

function dayOf({ helplineId, date }: Opening): string {
  return `${helplineId}\n${date}`;
}

/** All of one group and one date. */
async function alertDay(services: Services, openings: readonly Opening[]): Promise<void> {
  const { d1, clock } = services;
  const now = clock.now();
  const ids = openings.map(({ id }) => id);
  const mails = await write(services, openings, now);
  // Written with the mark that they were: a run that breaks off here is begun again, one that breaks off later is swept.
  await d1.batch([markAlerted(d1, ids, now), ...(await writeEmails(services, mails))]);
  await offerEmails(
    services,
    mails.map(({ id }) => id),
  );
}

async function write(
  { db, d1, settings }: Services,
  openings: readonly Opening[],
  now: number,
): Promise<readonly Mail[]> {
  const [first] = openings;
  const helpline = first === undefined ? null : await findHelpline(db, first.helplineId);
  if (first === undefined || helpline === null || helpline.archivedAt !== null) return [];
  const from = Math.max(now, Math.min(...openings.map(({ startsAt }) => startsAt)));
  const to = Math.max(...openings.map(({ endsAt }) => endsAt));
  if (from >= to) return [];
  const [rota, people] = await Promise.all([
    readRota(db, helpline, datesAround(from, to)),
    readPeople(d1, helpline.id),
  ]);
  const isMeant = (gap: { startsAt: number; endsAt: number }) =>
    openings.some(({ startsAt, endsAt }) => startsAt < gap.endsAt && endsAt > gap.startsAt);
  const found = gaps(rota, from, to, (id) => people.get(id)?.isReachable === true).filter(
    (gap) => gap.isOpen && isMeant(gap),
  );
  if (found.length === 0) return [];
  const { name: group, zone, coordinators, otherwise } = helpline.config;
  const url = `${settings.PUBLIC_URL}/rota?group=${helpline.id}&week=${first.date}`;
  const document = gapDocument(found, { group, zone, otherwise, url });
  const key = openings.map(({ id }) => id).sort();
  return [...new Set(coordinators)].map((to) => ({
    id: deriveId("gap", to, ...key),
    kind: "gap",
    to,
    document,
    about: { kind: "helpline", id: helpline.id },
  }));
}
