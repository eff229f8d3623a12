// A product that sends e-mails, on a clock of the test's own: its queue and its cron run when time passes.
import { createMessageBatch } from "cloudflare:test";
import { env } from "cloudflare:workers";
import type { EmailJob } from "#core/mail/state";
import type { Mail } from "../../worker/actions/send-email.ts";
import { sweepEmails } from "../../worker/actions/sweep-emails.ts";
import { tellOperators } from "../../worker/actions/tell-operators.ts";
import type { EmailRow } from "../../worker/db/emails.ts";
import { findEmail } from "../../worker/db/email-list.ts";
import { consume } from "../../worker/queues/index.ts";
import { openServices } from "../../worker/services.ts";
import type { Services } from "../../worker/services.ts";
import { fakeResend } from "./fake-resend.ts";
import type { FakeResend } from "./fake-resend.ts";

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
/** Every five minutes, where cron is on time. */
const SWEEP_EVERY = 5 * MINUTE;
/** Cron may be late: over long times it is, so that tests take seconds. */
const SWEEPS_MAX = 24;
/** As wrangler.toml has it. */
const BATCH_MAX = 100;

export const WEBHOOK_SECRET = `whsec_${btoa("a secret of twenty-four!")}`;
export const MAIL_SETTINGS = {
  RESEND_API_URL: "https://mail.test",
  RESEND_API_KEY: "re_0123456789abcdef",
  RESEND_WEBHOOK_SECRET: WEBHOOK_SECRET,
  EMAIL_FROM: "Partyline <line@acme.org>",
};

export interface EmailWorld {
  /** As they are now; other settings may be given to see what becomes of them. */
  services: Services;
  readonly resend: FakeResend;
  /** Lets time pass: what is queued is consumed when it is due, and cron sweeps. */
  readonly pass: (ms: number) => Promise<void>;
  /** Consumes what is due now, so many times over. */
  readonly consume: (times?: number) => Promise<void>;
  readonly row: (id: string) => Promise<EmailRow>;
  readonly now: () => number;
  readonly open: (settings: Readonly<Record<string, string>>) => Promise<Services>;
}

interface Waiting {
  readonly body: EmailJob;
  readonly dueAt: number;
}

export async function openEmailWorld(start = Date.parse("2026-11-21T10:00:00Z")): Promise<EmailWorld> {
  let now = start;
  const resend = fakeResend(() => now);
  let waiting: Waiting[] = [];
  const email = {
    sendBatch: (messages: Iterable<MessageSendRequest<EmailJob>>, options?: QueueSendBatchOptions) => {
      for (const { body } of messages)
        waiting.push({ body, dueAt: now + (options?.delaySeconds ?? 0) * 1000 });
      return Promise.resolve();
    },
  } as unknown as Queue<EmailJob>;
  const open = async (settings: Readonly<Record<string, string>>): Promise<Services> => ({
    ...(await openServices({ ...env, ...settings })),
    clock: { now: () => now },
    email,
  });
  const world: EmailWorld = {
    services: await open(MAIL_SETTINGS),
    resend,
    open,
    now: () => now,
    consume: async (times = 1) => {
      const due = waiting.filter(({ dueAt }) => dueAt <= now);
      waiting = waiting.filter(({ dueAt }) => dueAt > now);
      for (let time = 0; time < times; time += 1) {
        for (let from = 0; from < due.length; from += BATCH_MAX) {
          const messages = due.slice(from, from + BATCH_MAX).map(({ body }, index) => ({
            id: `${now}-${time}-${from + index}`,
            timestamp: new Date(now),
            attempts: 1,
            body,
          }));
          await consume(world.services, createMessageBatch("partyline-email", messages));
        }
      }
    },
    pass: async (ms) => {
      const until = now + ms;
      const every = Math.max(SWEEP_EVERY, ms / SWEEPS_MAX);
      for (;;) {
        await world.consume();
        const sweepAt = Math.floor(now / every + 1) * every;
        const at = Math.min(until, sweepAt, ...waiting.map(({ dueAt }) => dueAt));
        if (waiting.some(({ dueAt }) => dueAt <= now)) continue;
        if (at <= now) return;
        now = at;
        if (now !== sweepAt) continue;
        await tellOperators(world.services);
        await sweepEmails(world.services);
      }
    },
    row: async (id) => {
      const row = await findEmail(world.services.db, id);
      if (row === null) throw new Error(`there is no e-mail ${id}`);
      return row;
    },
  };
  return world;
}

let serial = 0;

/** An e-mail to somebody nobody wrote to before. */
export function freshMail(more: Partial<Mail> = {}): Mail {
  serial += 1;
  return {
    id: crypto.randomUUID(),
    kind: "voicemail",
    to: `volunteer-${serial}@acme.org`,
    document: {
      language: "en",
      subject: `Voicemail ${serial}`,
      preview: "Somebody called.",
      blocks: [{ kind: "text", text: "Somebody called." }],
      reason: "You are in the group.",
    },
    ...more,
  };
}
