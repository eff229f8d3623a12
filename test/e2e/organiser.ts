// What an organiser does by API, in the words of a test.
import type { LineConfig } from "#core/line";
import * as z from "zod";
import { eventually } from "../system/eventually.ts";
import type { Console } from "../system/carrier-line.ts";
import type { System } from "../system/system.ts";

const Made = z.object({ id: z.string() });
const Message = z.object({
  id: z.string(),
  direction: z.enum(["in", "out"]),
  channel: z.string(),
  kind: z.string(),
  text: z.string(),
  media: z.array(z.object({ type: z.string().nullable(), url: z.string().nullable() })),
  location: z.unknown(),
  status: z.string(),
  errorCode: z.number().nullable(),
  receipts: z.array(z.object({ status: z.string(), errorCode: z.number().nullable() })),
});
const Messages = z.object({ data: z.array(Made) });
const Contact = z.object({ id: z.string(), name: z.string().nullable() });
const Contacts = z.object({ data: z.array(Contact) });
const Consent = z.object({ kind: z.string(), source: z.string(), words: z.string() });
const Notice = z.object({ kind: z.string(), text: z.string(), contact: z.object({ address: z.string() }) });
const Response = z.object({
  id: z.string(),
  disposition: z.string().nullable(),
  phase: z.string(),
  answers: z.record(z.string(), z.object({ value: z.unknown(), label: z.string() })),
  deliveryStatus: z.string().nullable(),
});

export type Message = z.infer<typeof Message>;
export type Response = z.infer<typeof Response>;

export interface Line {
  readonly id: string;
  /** As a handset names it: `whatsapp:+44...`, or the bare number. */
  readonly address: string;
}

/** What is known of somebody before they first write. */
export interface Facts {
  readonly language?: string;
  readonly zone?: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly tags?: readonly string[];
}

export interface Organiser {
  /** Adds a line that is always open. */
  readonly addLine: (
    config: Partial<z.input<typeof LineConfig>> & { address: string },
    console?: Console,
  ) => Promise<Line>;
  /** Makes a flow and publishes it; returns its id. */
  readonly publish: (slug: string, document: unknown) => Promise<string>;
  /** Lets a word start a flow; returns the trigger's id. Without a word: the catch-all. */
  readonly startWith: (line: Line, flow: string, keyword?: string) => Promise<string>;
  readonly know: (number: string, facts: Facts) => Promise<void>;
  /** The contact's id, or null where nobody has the number. */
  readonly find: (number: string) => Promise<string | null>;
  /** Everything they and we said, oldest first, with what the carrier reported of each. */
  readonly messagesOf: (number: string) => Promise<readonly Message[]>;
  /** What they decided, oldest first. */
  readonly consentsOf: (number: string) => Promise<readonly z.infer<typeof Consent>[]>;
  /** What waits in the inbox about them, oldest first. */
  readonly noticesOf: (number: string) => Promise<readonly { kind: string; text: string }[]>;
  /** Their newest run of the flow, once it is on record. */
  readonly responseOf: (number: string, flow: string) => Promise<Response>;
}

const OPEN = {
  name: "Texts",
  channel: "sms",
  sender: "long-code",
  organisation: "Riverside Centre",
  hours: "Mo-Su 00:00-24:00",
  // Fast enough that no story waits for its turn, unless it is about that.
  segmentsPerSecond: 100,
} as const;

export function organise({ api, addLine }: Pick<System, "api" | "addLine">): Organiser {
  const find: Organiser["find"] = async (number) => {
    const { data } = await api.send("POST", "/api/v1/contacts/search", { number }, Contacts);
    return data[0]?.id ?? null;
  };
  const must = async (number: string): Promise<string> =>
    eventually(() => find(number), { what: `the contact ${number}` });
  return {
    addLine: async (config, console) => {
      const prefix = config.channel === "whatsapp" ? "whatsapp:" : "";
      const id = await addLine({ ...OPEN, ...config }, console);
      return { id, address: console?.address ?? prefix + config.address };
    },
    publish: async (slug, draft) => {
      const { id } = await api.send("POST", "/api/v1/flows", { slug, name: slug, draft }, Made);
      await api.send("POST", `/api/v1/flows/${id}/publish`, {}, z.unknown());
      return id;
    },
    startWith: async ({ id: lineId }, flow, keyword = "") =>
      (await api.send("POST", "/api/v1/triggers", { lineId, flow, keyword }, Made)).id,
    know: async (number, facts) => {
      await api.send("POST", "/api/v1/contacts", { number, ...facts }, Made);
    },
    find,
    messagesOf: async (number) => {
      const { data } = await api.get(`/api/v1/messages?limit=200&contact=${await must(number)}`, Messages);
      return Promise.all(data.toReversed().map(({ id }) => api.get(`/api/v1/messages/${id}`, Message)));
    },
    consentsOf: async (number) => {
      const shape = z.object({ data: z.array(Consent) });
      return (await api.get(`/api/v1/contacts/${await must(number)}/consents`, shape)).data.toReversed();
    },
    noticesOf: async (number) => {
      const { data } = await api.get("/api/v1/notices?limit=200", z.object({ data: z.array(Notice) }));
      return data
        .filter(({ contact }) => contact.address === number)
        .toReversed()
        .map(({ kind, text }) => ({ kind, text }));
    },
    responseOf: async (number, flow) => {
      const shape = z.object({ data: z.array(Response) });
      const path = `/api/v1/responses?limit=1&flow=${flow}&contact=${await must(number)}`;
      return eventually(async () => (await api.get(path, shape)).data[0], {
        what: `a response of ${number} to ${flow}`,
      });
    },
  };
}
