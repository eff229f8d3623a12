// The product and the carrier joined: what an end-to-end test, the demo and the tour all play on, however the two were started.
import type { HelplineConfig } from "#core/helpline/helpline";
import type { LineConfig } from "#core/line";
import * as z from "zod";
import { type Carrier, type CarrierLine, createCarrier } from "../carrier/carrier.ts";
import { type Api, createApi, type Deliver } from "./api.ts";
import { type Console, toCarrierLine, toVoiceLine } from "./carrier-line.ts";
import { type Reading, stepThrough } from "../carrier/step-through.ts";
import type { PostOffice } from "../carrier/mail/post-office.ts";
import type { MailSettings } from "./mail-settings.ts";
import { makeRecorded } from "./recorded.ts";
import { visit, type Visitor } from "./visitor.ts";

/** What both sides must agree on. */
export const Secrets = z.object({
  TWILIO_ACCOUNT_SID: z.string(),
  TWILIO_AUTH_TOKEN: z.string(),
  ADMIN_TOKEN: z.string(),
});
export type Secrets = z.infer<typeof Secrets>;

export interface System {
  readonly publicUrl: string;
  readonly api: Api;
  readonly carrier: Carrier;
  readonly handset: Carrier["handset"];
  /** Somebody's mailbox. */
  readonly mailbox: PostOffice["mailbox"];
  /** Makes a line by the API and at the carrier; returns its id. */
  readonly addLine: (config: z.input<typeof LineConfig>, console?: Console) => Promise<string>;
  /** Makes the carrier know a line that the product has already. */
  readonly connectLine: (line: Pick<LineConfig, "sender" | "address" | "name">, console?: Console) => void;
  /** Makes a group by the API and lets its number be called; returns its id. */
  readonly addHelpline: (config: z.input<typeof HelplineConfig>) => Promise<string>;
  /** Makes the carrier know a group's number that the product has already. */
  readonly connectHelpline: (group: Pick<HelplineConfig, "number" | "name">) => void;
  /** Opens the web chat of a flow. */
  readonly visit: (flow: string) => Promise<Visitor>;
  /** The product's idea of the time, epoch milliseconds; the carrier takes it over. */
  readonly now: () => Promise<number>;
  /** Waits until all that was said so far is on record, then moves both clocks on; what is due by then happens. */
  readonly advance: (byMs: number) => Promise<void>;
  /** The same without waiting: for small steps, in which a timer of a moment ago may be missed until the next. */
  readonly tick: (byMs: number) => Promise<void>;
  /** Waits until everything that handsets sent shows in the API. */
  readonly recorded: () => Promise<void>;
}

/** How the product was started and is reached. */
export interface Product {
  readonly publicUrl: string;
  readonly socketUrl: string;
  readonly deliver: Deliver;
  readonly secrets: Secrets;
  /** Of a product that sends e-mails. */
  readonly mail?: MailSettings;
}

const Instant = z.iso.datetime({ offset: true });
const Clock = z.object({ now: Instant, nextDueAt: Instant.nullable() });

/** A key of the carrier's own account; the product signs in by its auth token. */
const API_KEY = `SK${"0".repeat(32)}`;
/** Of an account that never asked for more (resend.com/docs/api-reference/rate-limit). */
const RESEND_RATE_PER_S = 5;

function domainOf(from: string): string {
  return /@([^<>@\s]+?)>?$/.exec(from)?.[1] ?? "";
}

/** `random` draws the carrier's SIDs: as new as the product's data, since it remembers those it has seen. */
export function createSystem(product: Product, random: () => number): System {
  const { publicUrl, deliver, secrets, mail } = product;
  // The carrier reads both whenever it needs them, so lines made later count.
  const lines: CarrierLine[] = [];
  const chatFlows: string[] = [];
  const carrier = createCarrier({
    accountSid: secrets.TWILIO_ACCOUNT_SID,
    authToken: secrets.TWILIO_AUTH_TOKEN,
    adminToken: secrets.ADMIN_TOKEN,
    apiKey: API_KEY,
    apiSecret: secrets.TWILIO_AUTH_TOKEN,
    productUrl: publicUrl,
    deliver,
    lines,
    chatFlows,
    random,
    // A call's seconds pass for the product too: its leases and its shifts go by its own clock.
    passTime: async (byMs) => {
      await moveProduct(Math.max(1, Math.round(byMs)));
    },
    ...(mail !== undefined && {
      mail: {
        apiKey: mail.RESEND_API_KEY,
        webhookSecret: mail.RESEND_WEBHOOK_SECRET,
        ratePerS: RESEND_RATE_PER_S,
        domains: [domainOf(mail.EMAIL_FROM)],
      },
    }),
  });
  const api = createApi(publicUrl, secrets.ADMIN_TOKEN, deliver);
  const connectLine: System["connectLine"] = (line, console) => {
    const known = toCarrierLine(line, publicUrl, console);
    if (known === null) chatFlows.push(line.address);
    else lines.push(known);
  };
  const connectHelpline: System["connectHelpline"] = (group) => {
    // Where texts to the number have a line of their own, it takes calls already.
    if (!lines.some(({ address }) => address === group.number)) lines.push(toVoiceLine(group));
  };
  const follow = ({ now, nextDueAt }: z.infer<typeof Clock>): Reading => {
    carrier.follow(Date.parse(now));
    return { now: Date.parse(now), nextDueAt: nextDueAt === null ? null : Date.parse(nextDueAt) };
  };
  const moveProduct = async (byMs: number): Promise<Reading> =>
    follow(await api.send("POST", "/api/v1/demo/clock", { advanceMs: byMs }, Clock));
  const jump = async (byMs: number): Promise<Reading> => {
    // The carrier first: what comes due reaches it before the product has answered.
    carrier.advance(byMs);
    return moveProduct(byMs);
  };
  const read = async (): Promise<Reading> => follow(await api.get("/api/v1/demo/clock", Clock));
  const recorded = makeRecorded(api, carrier);
  return {
    publicUrl,
    api,
    carrier,
    handset: carrier.handset,
    mailbox: carrier.mail.mailbox,
    connectLine,
    addLine: async (config, console) => {
      const { id } = await api.send("POST", "/api/v1/lines", config, z.object({ id: z.string() }));
      connectLine(config, console);
      return id;
    },
    addHelpline: async (config) => {
      const { id } = await api.send("POST", "/api/v1/helplines", config, z.object({ id: z.string() }));
      connectHelpline(config);
      return id;
    },
    connectHelpline,
    visit: (flow) => visit(product, flow),
    now: async () => (await read()).now,
    recorded,
    tick: async (byMs) => {
      await jump(byMs);
    },
    advance: async (byMs) => {
      await carrier.settled();
      await recorded();
      await stepThrough(await read(), byMs, async (stepMs) => {
        const reading = await jump(stepMs);
        // What it set going arrives at its own time: a webhook that is on its way for an hour is refused.
        await carrier.settled();
        return reading;
      });
    },
  };
}
