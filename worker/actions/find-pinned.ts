// What a launched campaign holds fast, from its Sender; it never changes, so an isolate keeps the latest few.
import type { Pinned } from "#core/campaign/sending";
import { toLine } from "#core/line";
import type { Line } from "#core/line";
import { findLine } from "../db/lines.ts";
import { readOrganisation } from "../db/settings.ts";
import type { Services } from "../services.ts";

/** A flow may be some hundred kilobytes; a line has a handful of campaigns at a time. */
const KEPT_MAX = 20;

const kept = new Map<string, Pinned>();

/** null for a campaign the line does not know. */
export async function findPinned(
  { sender }: Services,
  lineId: string,
  campaignId: string,
): Promise<Pinned | null> {
  const known = kept.get(campaignId);
  if (known !== undefined) return known;
  const pinned = await sender(lineId).pinned(campaignId);
  if (pinned === null) return null;
  const [oldest] = kept.keys();
  if (kept.size >= KEPT_MAX && oldest !== undefined) kept.delete(oldest);
  kept.set(campaignId, pinned);
  return pinned;
}

/** The campaign's line and the one it falls back on, as they are configured now; an archived one is not there. */
export async function findLinesOf(
  { db, d1 }: Services,
  { line, fallback }: Pinned,
): Promise<ReadonlyMap<string, Line>> {
  const ids = [line.id, ...(fallback === null ? [] : [fallback.id])];
  const [{ optOutScope }, ...rows] = await Promise.all([
    readOrganisation(d1),
    ...ids.map((id) => findLine(db, id)),
  ]);
  const current = rows.flatMap((row) =>
    row === null || row.archivedAt !== null ? [] : [toLine(row.id, row.config, optOutScope)],
  );
  return new Map(current.map((found) => [found.id, found]));
}
