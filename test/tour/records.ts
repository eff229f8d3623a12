// What the tour looks up in the API, as rows: only of the person at hand, oldest first.
import * as z from "zod";
import { LINES, type LineName } from "../demo/seed/lines.ts";
import type { Api } from "../system/api.ts";
import type { Actor, Lookup, Row } from "./stage.ts";

const Person = z.object({ address: z.string().nullable(), kind: z.string().nullable() });
type Person = z.infer<typeof Person>;

/** Somebody with a number, or (null) the one visitor of the web chat. */
interface Somebody {
  readonly number: string | null;
}

const Responses = z.object({
  data: z.array(
    z.object({
      contact: Person,
      answers: z.record(z.string(), z.object({ value: z.unknown() })),
      disposition: z.string().nullable(),
      deliveryStatus: z.string().nullable(),
    }),
  ),
});

const Message = z.object({
  id: z.string(),
  direction: z.string(),
  text: z.string(),
  status: z.string(),
  contact: Person,
});
const Messages = z.object({ data: z.array(Message) });
const WithReceipts = Message.extend({ receipts: z.array(z.object({ status: z.string() })) });
const Notices = z.object({
  data: z.array(z.object({ kind: z.string(), text: z.string(), contact: Person.nullable() })),
});
const Contacts = z.object({ data: z.array(z.object({ id: z.string() })) });
const Consents = z.object({ data: z.array(z.object({ kind: z.string(), words: z.string() })) });
const Lines = z.object({
  data: z.array(z.object({ id: z.string(), address: z.string(), channel: z.string() })),
});

/** Their responses to a flow, with these answers as columns. */
export function responsesOf(flow: string, actor: Somebody, columns: readonly string[]): Lookup {
  const asked = `GET /api/v1/responses?flow=${flow}`;
  return list(asked, Responses, actor, ({ answers, disposition, deliveryStatus }): Row => {
    const cells = columns.map((column) => [column, answers[column]?.value ?? null]);
    return { ...Object.fromEntries(cells), disposition, delivery: deliveryStatus };
  });
}

/** All that they and we said. */
export function messagesOf(actor: Actor): Lookup {
  return list("GET /api/v1/messages?limit=200", Messages, actor, ({ direction, text, status }) => ({
    direction,
    text,
    status,
  }));
}

/** How far each of our messages came, and what was reported in the order it arrived. */
export function receiptsOf(actor: Actor): Lookup {
  return {
    asked: "GET /api/v1/messages/:id",
    look: async (api) => {
      const { data } = await api.get("/api/v1/messages?limit=200", Messages);
      const ours = data.filter(
        ({ direction, contact }) => direction === "out" && contact.address === actor.number,
      );
      return Promise.all(
        ours.toReversed().map(async ({ id }) => {
          const { status, receipts } = await api.get(`/api/v1/messages/${id}`, WithReceipts);
          return { status, receipts: receipts.map((receipt) => receipt.status) };
        }),
      );
    },
  };
}

/** What waits in the inbox about them. */
export function inboxOf(actor: Actor): Lookup {
  return list("GET /api/v1/notices?limit=200", Notices, actor, ({ kind, text }) => ({ kind, text }));
}

/** What they decided about hearing from us, in their own words. */
export function consentsOf(actor: Actor): Lookup {
  return {
    asked: "GET /api/v1/contacts/:id/consents",
    look: async (api) => {
      const { data } = await api.send("POST", "/api/v1/contacts/search", { number: actor.number }, Contacts);
      const [contact] = data;
      if (contact === undefined) return [];
      const consents = await api.get(`/api/v1/contacts/${contact.id}/consents`, Consents);
      return consents.data.toReversed().map(({ kind, words }) => ({ kind, words }));
    },
  };
}

/** Begins a flow with somebody on a line, as an organiser would. */
export async function start(api: Api, flow: string, on: LineName, actor: Actor): Promise<unknown> {
  const { data } = await api.get("/api/v1/lines?limit=200", Lines);
  const { channel, address } = LINES[on].config;
  const lineId = data.find((line) => line.channel === channel && line.address === address)?.id;
  return api.send("POST", `/api/v1/flows/${flow}/start`, { lineId, to: actor.number }, z.unknown());
}

function list<T extends { contact: Person | null }>(
  asked: string,
  shape: z.ZodType<{ data: T[] }>,
  somebody: Somebody,
  show: (item: T) => Row,
): Lookup {
  return {
    asked,
    look: async (api) => {
      const { data } = await api.get(asked.replace("GET ", ""), shape);
      return data
        .filter(({ contact }) => contact !== null && isOf(contact, somebody))
        .toReversed()
        .map(show);
    },
  };
}

function isOf({ address, kind }: Person, { number }: Somebody): boolean {
  return number === null ? kind === "visitor" : address === number;
}
