// Offers every open place to the other volunteers of its group who are free then.
import type { Opening } from "#core/asking/opening";
import { offerTo } from "#core/asking/offer-to";
import { insertAskings, listAsked } from "../db/askings.ts";
import { listUnoffered, markOffered } from "../db/openings.ts";
import { listAskedVolunteers } from "../db/reminder-windows.ts";
import { findHelpline } from "../db/helplines.ts";
import { readRota } from "../db/rota.ts";
import { datesAround } from "#core/rota/occurrences";
import { describeError } from "../log.ts";
import type { Services } from "../services.ts";
import { offerBatches } from "./offer-batches.ts";

/** A sweep; the next one is five minutes away. */
const OPENINGS_MAX = 100;

/** One that fails stops no other; it is tried again by the next sweep. */
export async function offerOpenings(services: Services): Promise<void> {
  for (const opening of await listUnoffered(services.d1, OPENINGS_MAX)) {
    try {
      await offer(services, opening);
    } catch (error) {
      services.log.error("offer-failed", { openingId: opening.id, error: describeError(error) });
    }
  }
}

async function offer(services: Services, opening: Opening): Promise<void> {
  const { d1, db, clock, mint } = services;
  const { id, helplineId, shiftId, date, startsAt, endsAt } = opening;
  const now = clock.now();
  const helpline = await findHelpline(db, helplineId);
  if (helpline === null || helpline.archivedAt !== null || startsAt <= now) {
    await markOffered(d1, id, now).run();
    return;
  }
  const [rota, volunteers, asked] = await Promise.all([
    readRota(db, helpline, datesAround(startsAt, endsAt)),
    listAskedVolunteers(d1, helplineId),
    listAsked(d1, helplineId, shiftId, date, startsAt),
  ]);
  const offers = offerTo(opening, rota, volunteers, asked).map((asking) => ({ ...asking, batchId: mint() }));
  const isNew = "EXISTS (SELECT 1 FROM openings WHERE id = ?2 AND offered_at IS NULL)";
  await d1.batch([...insertAskings(d1, offers, now, isNew, id), markOffered(d1, id, now)]);
  await offerBatches(
    services,
    offers.map(({ batchId }) => batchId),
  );
}
