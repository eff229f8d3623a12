// Everything outside that a verb may call, in one value: tests wrap it to fail before and after each call.
import { drizzle } from "drizzle-orm/d1";
import type { DrizzleD1Database } from "drizzle-orm/d1";
import type { PumpJob } from "#core/campaign/jobs";
import type { OutboundJob } from "#core/contact/jobs";
import { mintId } from "#core/id";
import type { EmailJob } from "#core/mail/state";
import type { JournalRecord } from "#core/record";
import type { WorkJob } from "#core/work";
import type { Contact } from "../durable-objects/contact/index.ts";
import type { Helpline } from "../durable-objects/helpline/index.ts";
import type { Sender } from "../durable-objects/sender/index.ts";
import { openDemoClock, realClock } from "./clock.ts";
import type { Clock } from "./clock.ts";
import { within } from "./deadline.ts";
import { checkIdentity, createIdentity } from "./identity.ts";
import type { Identity } from "./identity.ts";
import { createResend } from "./email/resend.ts";
import type { Resend } from "./email/resend.ts";
import { createFeed } from "./feed.ts";
import type { Feed } from "./feed.ts";
import { describeError, log } from "./log.ts";
import type { Log } from "./log.ts";
import { parseSettings, SettingsError } from "./settings.ts";
import type { Settings } from "./settings.ts";
import { createTwilio } from "./twilio/client.ts";
import type { Twilio } from "./twilio/client.ts";
import { createWhisper } from "./whisper.ts";
import type { Models, Transcriber } from "./whisper.ts";

export interface Services {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly log: Log;
  readonly identity: Identity;
  readonly d1: D1Database;
  readonly db: DrizzleD1Database;
  /** The Contact object of an address id. */
  readonly contact: (addressId: string) => DurableObjectStub<Contact>;
  /** The Sender object of a line's id. */
  readonly sender: (lineId: string) => DurableObjectStub<Sender>;
  /** The Helpline object of a volunteer group's id. */
  readonly helpline: (helplineId: string) => DurableObjectStub<Helpline>;
  /** Who is watching the admin: told, never waited for. */
  readonly feed: Feed;
  readonly records: Queue<JournalRecord>;
  readonly outbound: Queue<OutboundJob>;
  readonly pump: Queue<PumpJob>;
  readonly work: Queue<WorkJob>;
  readonly email: Queue<EmailJob>;
  readonly files: R2Bucket;
  readonly twilio: Twilio;
  readonly resend: Resend;
  /** Null where nobody is there who writes down what a recording says. */
  readonly transcriber: Transcriber | null;
  /** A fresh UUIDv7. */
  readonly mint: () => string;
}

/** What does not change while an isolate lives. */
const perEnv = new WeakMap<object, { settings: Settings; identity: Identity }>();

/** With Cloudflare's models, where the operator has bound them: `[ai] binding = "AI"` in wrangler.toml. */
type Bindings = Env & { readonly AI?: Models };

export async function openServices(env: Bindings): Promise<Services> {
  const known = perEnv.get(env) ?? learn(env);
  const clock = known.settings.DEMO ? await openDemoClock(env.DB) : realClock;
  await checkOnce(env.DB, known, clock);
  return {
    ...known,
    clock,
    log,
    d1: env.DB,
    db: drizzle(env.DB),
    contact: (addressId) => env.CONTACT.getByName(addressId),
    sender: (lineId) => env.SENDER.getByName(lineId),
    helpline: (helplineId) => env.HELPLINE.getByName(helplineId),
    feed: createFeed(env.FEED, log),
    records: env.RECORDS,
    outbound: env.OUTBOUND,
    pump: env.PUMP,
    work: env.WORK,
    email: env.EMAIL,
    files: env.FILES,
    twilio: createTwilio(known.settings),
    resend: createResend(known.settings),
    transcriber: env.AI === undefined ? null : createWhisper(env.AI),
    mint: () => mintId(clock.now(), crypto.getRandomValues(new Uint8Array(16))),
  };
}

function learn(env: Env): { settings: Settings; identity: Identity } {
  const settings = parseSettings(env);
  const known = { settings, identity: createIdentity(settings.IDENTITY_KEY) };
  perEnv.set(env, known);
  return known;
}

/** Identity keys this isolate has held against the database. */
const checked = new Set<string>();

/** A webhook waits behind this, with the person who wrote. */
const CHECK_LIMIT_MS = 2_000;

/** Once per isolate; a database that is away, or slow, is no reason not to answer: the next request checks. */
async function checkOnce(
  d1: D1Database,
  { settings, identity }: { settings: Settings; identity: Identity },
  clock: Clock,
): Promise<void> {
  if (checked.has(settings.IDENTITY_KEY)) return;
  try {
    await within(CHECK_LIMIT_MS, checkIdentity(d1, identity, clock.now()));
    checked.add(settings.IDENTITY_KEY);
  } catch (error) {
    if (error instanceof SettingsError) throw error;
    log.warn("identity-not-checked", { error: describeError(error) });
  }
}
