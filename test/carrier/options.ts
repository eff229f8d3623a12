// What its owner tells a carrier.
import type { CarrierLine } from "./line.ts";
import type { MailOptions } from "./mail/office.ts";

export type CarrierOptions = {
  accountSid: string;
  authToken: string;
  /** `SK...` and its secret: the other way to sign in to the REST API. */
  apiKey: string;
  apiSecret: string;
  /** The product's `PUBLIC_URL`: what webhook URLs begin with and signatures are made over. */
  productUrl: string;
  /** How a webhook really gets there; by default over the network. */
  deliver?: (request: Request) => Promise<Response>;
  /** Lets the phone page move the product's clock. */
  adminToken?: string;
  lines: readonly CarrierLine[];
  /** Resend's side: its key and the secret of its webhooks. */
  mail?: MailOptions;
  /** Slugs of public flows, for the phone page's link to the web chat. */
  chatFlows?: readonly string[];
  /** Epoch milliseconds; the carrier adds the offset it learns from the product's clock. */
  now?: () => number;
  /**
   * Moves the carrier's clock, and whatever other clock is to go with it, while a test lets a call's seconds go by;
   * the carrier's alone by default.
   */
  passTime?: (byMs: number) => Promise<void>;
  /** Real time between the steps of a message's journey; none by default. */
  delayMs?: number;
  /** [0, 1); one seed, one story. */
  random: () => number;
  /** Whether WhatsApp approves the templates submitted to it at once, or `approveContent` decides. */
  approvals?: "at-once" | "by-hand";
};
