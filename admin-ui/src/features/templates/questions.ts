// What the pages of templates ask the API.
import type { MessageTemplate } from "#core/message-template/template";
import { api, ask } from "../../data/api.ts";
import type { Key } from "../../data/queries.ts";

const readOne = (id: string) => ask(api.v1.templates[":id"].$get({ param: { id } }));
export type Template = Awaited<ReturnType<typeof readOne>>;
export type Channel = "sms" | "whatsapp";

export const templateQuery = (id: string) => ({
  queryKey: ["templates", id] satisfies Key,
  queryFn: () => readOne(id),
});

/** The account's contents that WhatsApp approved, as they are at this moment. */
export const contentsQuery = {
  queryKey: ["templates", "contents"] satisfies Key,
  queryFn: () => ask(api.v1.templates.contents.$get({ query: {} })),
};

export interface Audience {
  readonly channel: Channel;
  readonly segment: string | undefined;
}

/** What is wrong with a draft, and how many of a segment lack what it prints. */
export const checkQuery = (template: MessageTemplate, { channel, segment }: Audience) => ({
  queryKey: ["contacts", "template-check", template, channel, segment] satisfies Key,
  queryFn: () =>
    ask(
      api.v1.templates.check.$post({
        json: { template, channel, ...(segment !== undefined && { segment }) },
      }),
    ),
});

/** What a few people would read of a draft. */
export const previewsQuery = (
  template: MessageTemplate,
  { channel, segment }: Audience,
  contacts: readonly string[],
) => ({
  queryKey: ["contacts", "template-preview", template, channel, segment, contacts] satisfies Key,
  queryFn: () =>
    ask(
      api.v1.templates.preview.$post({
        json: {
          template,
          channel,
          ...(segment !== undefined && { segment }),
          ...(contacts.length > 0 && { contacts: [...contacts] }),
        },
      }),
    ),
});

export type Preview = Awaited<ReturnType<ReturnType<typeof previewsQuery>["queryFn"]>>["data"][number];
export type Check = Awaited<ReturnType<ReturnType<typeof checkQuery>["queryFn"]>>;
export type Content = Awaited<ReturnType<(typeof contentsQuery)["queryFn"]>>["data"][number];
