// What the pages of segments ask the API.
import type { Condition } from "#core/condition";
import { api, ask } from "../../data/api.ts";
import type { Key } from "../../data/queries.ts";

const readOne = (id: string) => ask(api.v1.segments[":id"].$get({ param: { id } }));
export type Segment = Awaited<ReturnType<typeof readOne>>;

export const segmentQuery = (id: string) => ({
  queryKey: ["segments", id] satisfies Key,
  queryFn: () => readOne(id),
});

/** How many a filter finds that is not kept yet, and a few of them. */
export const previewQuery = (filter: Condition) => ({
  // Of contacts: whoever is added may be in it.
  queryKey: ["contacts", "segment-preview", filter] satisfies Key,
  queryFn: () => ask(api.v1.segments.preview.$post({ json: { filter } })),
});

export const membershipQuery = (id: string, contactId: string) => ({
  queryKey: ["segments", id, "why", contactId] satisfies Key,
  queryFn: () => ask(api.v1.segments[":id"].members[":contactId"].$get({ param: { id, contactId } })),
});

/** A filter as the API gave it: it was checked when it was kept. */
export function conditionOf({ filter }: Pick<Segment, "filter">): Condition {
  return filter as Condition;
}
