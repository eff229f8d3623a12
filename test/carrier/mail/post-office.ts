// A stateful fake of Resend: its API, its webhooks, its suppression list, and mailboxes to read.
import { createResendApi } from "./api.ts";
import type { PostFaults } from "./faults.ts";
import type { MailLog } from "./log.ts";
import type { Mailbox } from "./mailbox.ts";
import { createOffice, type MailOptions, type MailSurroundings, type Office } from "./office.ts";
import { openMailbox } from "./open-mailbox.ts";

export type { MailOptions } from "./office.ts";
export type { Mailbox, ReceivedMail } from "./mailbox.ts";

export interface PostOffice {
  /** The API as the product reaches it. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** The mailbox of an address; the same one every time. */
  readonly mailbox: (address: string) => Mailbox;
  /** Every address that was written to or looked at. */
  readonly addresses: () => readonly string[];
  readonly faults: PostFaults;
  readonly log: MailLog;
  /** For the page beside the phone. */
  readonly office: Office;
}

export function createPostOffice(options: MailOptions, surroundings: MailSurroundings): PostOffice {
  const office = createOffice(options, surroundings);
  const api = createResendApi(office);
  const mailboxes = new Map<string, Mailbox>();
  return {
    fetch: async (request) => api.fetch(request),
    mailbox: (address) => {
      const key = address.toLowerCase();
      const mailbox = mailboxes.get(key) ?? openMailbox(office, key);
      mailboxes.set(key, mailbox);
      return mailbox;
    },
    addresses: () => [...office.boxes.keys()],
    faults: office.faults,
    log: office.log,
    office,
  };
}
