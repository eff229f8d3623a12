// Resend's whole state in one place; everything else here is a function of it.
import type { Clock } from "../clock.ts";
import type { Outstanding } from "../outstanding.ts";
import { createAgenda, type Agenda } from "./agenda.ts";
import { createPostFaults, type PostFaults } from "./faults.ts";
import type { IdempotentAnswer } from "./idempotency.ts";
import { createMailLog, type MailLog } from "./log.ts";
import type { Copy, Fate, Mail } from "./mail.ts";

/** What its owner tells a post office. */
export interface MailOptions {
  /** `re_...`: the only key that is let in. */
  readonly apiKey: string;
  /** `whsec_...`: what webhooks are signed with. */
  readonly webhookSecret: string;
  /** Path on the product. */
  readonly webhookPath?: string;
  /** Domains that were verified; without them every domain is. */
  readonly domains?: readonly string[];
  /** Requests let through in a second; without it as many as come. Resend's default is 5. */
  readonly ratePerS?: number;
  /** A key that may only send is refused everywhere else. */
  readonly access?: "full" | "sending";
}

/** What it shares with the carrier beside it. */
export interface MailSurroundings {
  readonly productUrl: string;
  readonly deliver: (request: Request) => Promise<Response>;
  readonly clock: Clock;
  readonly random: () => number;
  readonly outstanding: Outstanding;
}

/** Who is written to: the mailbox itself, and how mail to it fares. */
export interface Box {
  readonly address: string;
  readonly copies: Copy[];
  /** Null until decided: then it goes by the address, as Resend's test addresses do. */
  fate: Fate | null;
  /** Mails that the other server puts off. */
  readonly waiting: (() => void)[];
}

export interface Office extends MailSurroundings {
  readonly options: MailOptions;
  readonly mails: Map<string, Mail>;
  readonly boxes: Map<string, Box>;
  /** Addresses that bounced or complained. */
  readonly suppressed: Set<string>;
  readonly answers: Map<string, IdempotentAnswer>;
  /** When the requests of the last second came. */
  readonly recent: number[];
  readonly faults: PostFaults;
  readonly log: MailLog;
  readonly agenda: Agenda;
}

export function createOffice(options: MailOptions, surroundings: MailSurroundings): Office {
  return {
    ...surroundings,
    options,
    mails: new Map(),
    boxes: new Map(),
    suppressed: new Set(),
    answers: new Map(),
    recent: [],
    faults: createPostFaults(surroundings.clock),
    log: createMailLog(surroundings.clock.now),
    agenda: createAgenda(surroundings.clock),
  };
}

/** The mailbox of an address, made when it is first asked for. */
export function findBox(office: Office, address: string): Box {
  const key = address.toLowerCase();
  const known = office.boxes.get(key);
  if (known !== undefined) return known;
  const box: Box = { address: key, copies: [], fate: null, waiting: [] };
  office.boxes.set(key, box);
  return box;
}
