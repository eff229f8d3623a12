// What the pages of e-mails ask the API, and what they tell it.
import { queryOptions } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import type { EmailState } from "#core/mail/state";
import { api, ask } from "../../data/api.ts";
import type { Key } from "../../data/queries.ts";

const one = api.v1.emails[":id"];

export type Email = InferResponseType<(typeof one)["$get"]>;
export type Summary = InferResponseType<typeof api.v1.emails.$get>["data"][number];
export type Suppression = InferResponseType<typeof api.v1.emails.suppressions.$get>["data"][number];

export function readEmails(state: EmailState | undefined, cursor: string | undefined) {
  return ask(
    api.v1.emails.$get({
      query: { ...(state !== undefined && { state }), ...(cursor !== undefined && { cursor }) },
    }),
  );
}

export function readSuppressions(cursor: string | undefined) {
  return ask(api.v1.emails.suppressions.$get({ query: cursor === undefined ? {} : { cursor } }));
}

export const emailQuery = (id: string) =>
  queryOptions({ queryKey: ["emails", id] satisfies Key, queryFn: () => ask(one.$get({ param: { id } })) });

export function sendAgain(id: string) {
  return ask(one["send-again"].$post({ param: { id } }));
}

export function sendTest(to: string) {
  return ask(api.v1.emails.test.$post({ json: { to } }));
}

export function liftSuppression(id: string) {
  return ask(api.v1.emails.suppressions[":id"].lift.$post({ param: { id } }));
}
