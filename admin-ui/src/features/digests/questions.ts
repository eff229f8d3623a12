// What the pages of digests ask the API, and what they tell it.
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { InferRequestType, InferResponseType } from "hono/client";
import { api, ask } from "../../data/api.ts";
import type { Key } from "../../data/queries.ts";

const one = api.v1.digests[":id"];

export type Digest = InferResponseType<(typeof one)["$get"]>;
export type DigestInput = InferRequestType<typeof api.v1.digests.$post>["json"];

export const digestQuery = (id: string) =>
  queryOptions({ queryKey: ["digests", id] satisfies Key, queryFn: () => ask(one.$get({ param: { id } })) });

export interface Days {
  readonly from?: string;
  readonly to?: string;
}

/** `changedAt`: another digest is another preview. */
export const previewQuery = (id: string, changedAt: string, days: Days) =>
  queryOptions({
    queryKey: ["digests", id, "preview", changedAt, days] satisfies Key,
    queryFn: () => ask(one.preview.$get({ param: { id }, query: days })),
    placeholderData: keepPreviousData,
    retry: false,
  });

export function readDigests(cursor: string | undefined) {
  return ask(api.v1.digests.$get({ query: cursor === undefined ? {} : { cursor } }));
}

export function createDigest(json: DigestInput) {
  return ask(api.v1.digests.$post({ json }));
}

/** Refused where somebody changed it since `changedAt`. */
export function changeDigest(id: string, changedAt: string, json: DigestInput) {
  return ask(one.$patch({ param: { id }, json: { ...json, changedAt } }));
}

export function removeDigest(id: string) {
  return ask(one.$delete({ param: { id } }));
}

export function sendDigest(id: string) {
  return ask(one.send.$post({ param: { id } }));
}

export function resubscribe(id: string) {
  return ask(one.resubscribe.$post({ param: { id } }));
}
