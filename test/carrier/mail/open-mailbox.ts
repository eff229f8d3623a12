// Opens somebody's mailbox for a test.
import { linksOf } from "./html.ts";
import type { Copy } from "./mail.ts";
import type { Mailbox, ReceivedMail } from "./mailbox.ts";
import { findBox, type Office } from "./office.ts";
import { unsubscribe } from "./unsubscribe.ts";

const EXPECT_WITHIN_MS = 10_000;

export function openMailbox(office: Office, address: string): Mailbox {
  const box = findBox(office, address);
  const claimed = new Set<Copy>();
  const unclaimed = (): Copy[] => box.copies.filter((copy) => !claimed.has(copy));
  return {
    address: box.address,
    mails: () => box.copies.map((copy) => toReceived(office, copy)),
    unclaimed: () => unclaimed().map((copy) => toReceived(office, copy)),
    expect: async (wanted, { withinMs = EXPECT_WITHIN_MS } = {}) => {
      const found = await waitFor(office, () => unclaimed().find((copy) => fits(copy, wanted)), withinMs);
      if (found === undefined) throw new Error(describe(box.address, wanted, withinMs, unclaimed()));
      claimed.add(found);
      return toReceived(office, found);
    },
    setFate: (fate) => {
      box.fate = fate;
      if (fate.kind === "delayed") return;
      for (const resume of box.waiting.splice(0)) resume();
    },
    forgive: () => {
      office.suppressed.delete(box.address);
    },
  };
}

function toReceived(office: Office, { mail, at }: Copy): ReceivedMail {
  const { id, from, to, replyTo, subject, headers, attachments, idempotencyKey } = mail;
  const html = mail.html ?? "";
  const links = linksOf(html);
  return {
    id,
    from,
    to,
    replyTo,
    subject,
    html,
    text: mail.text ?? "",
    headers,
    attachments,
    tags: Object.fromEntries(mail.tags.map(({ name, value }) => [name, value])),
    links,
    link: (words) => {
      const found = links.find((link) => contains(link.words, words));
      if (found !== undefined) return found.url;
      throw new Error(`"${subject}" links ${links.map((link) => `"${link.words}"`).join(", ") || "nowhere"}`);
    },
    unsubscribe: () => unsubscribe(office, mail),
    idempotencyKey,
    at,
  };
}

function fits({ mail }: Copy, wanted: string | RegExp): boolean {
  return contains(mail.subject, wanted) || contains(mail.text ?? "", wanted);
}

function contains(text: string, wanted: string | RegExp): boolean {
  return typeof wanted === "string" ? text.includes(wanted) : wanted.test(text);
}

function waitFor<T>(office: Office, find: () => T | undefined, withinMs: number): Promise<T | undefined> {
  const now = find();
  if (now !== undefined) return Promise.resolve(now);
  return new Promise((resolve) => {
    const done = (found: T | undefined): void => {
      clearTimeout(timer);
      stopListening();
      resolve(found);
    };
    const timer = setTimeout(() => done(undefined), withinMs);
    const stopListening = office.log.listen(() => {
      const found = find();
      if (found !== undefined) done(found);
    });
  });
}

function describe(
  address: string,
  wanted: string | RegExp,
  withinMs: number,
  unclaimed: readonly Copy[],
): string {
  const lines = unclaimed.map(({ mail }) => `  < ${mail.subject}`);
  return [
    `${address} expected ${String(wanted)} within ${withinMs} ms; unclaimed in the mailbox:`,
    ...(lines.length === 0 ? ["  (nothing)"] : lines),
  ].join("\n");
}
