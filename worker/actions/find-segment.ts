// The segment that a request is about, and what it asks of a contact.
import type { Condition } from "#core/condition";
import { findSegment } from "../db/segments.ts";
import type { SegmentRow } from "../db/segments.ts";
import { notFound, Problem } from "../errors.ts";
import type { Services } from "../services.ts";

/** By id or name, archived or not. Throws `not_found`. */
export async function mustFindSegment({ db }: Pick<Services, "db">, idOrName: string): Promise<SegmentRow> {
  const segment = await findSegment(db, idOrName);
  if (segment === null) throw notFound("segment", idOrName);
  return segment;
}

/** One that is still in use. Throws `not_found`, or `conflict` for an archived one. */
export async function mustFindSegmentInUse(services: Services, idOrName: string): Promise<SegmentRow> {
  const segment = await mustFindSegment(services, idOrName);
  if (segment.archivedAt !== null) throw new Problem("conflict", "This segment is archived.");
  return segment;
}

/** Its filter, or being on it. */
export function conditionOf({ id, filter }: Pick<SegmentRow, "id" | "filter">): Condition {
  return filter ?? { path: "lists", op: "eq", value: id };
}
