// An e-mail goes out once, whatever becomes of Resend, the queue and the Worker that posts it.
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { deliverEmails } from "../../worker/actions/deliver-emails.ts";
import { sendEmailAgain } from "../../worker/actions/send-email-again.ts";
import { sendEmail } from "../../worker/actions/send-email.ts";
import { OWNER } from "../../worker/actor.ts";
import { freshMail, HOUR, MINUTE, openEmailWorld } from "./email-world.ts";
import type { EmailWorld } from "./email-world.ts";
import { withFault } from "./faults.ts";
import type { Plan } from "./faults.ts";

let world: EmailWorld;

beforeEach(async () => {
  world = await openEmailWorld();
});

const sentTo = (to: string) => world.resend.taken.filter(({ to: [taken] }) => taken === to);

describe("one e-mail", () => {
  test("is posted at once, under its own id", async () => {
    const mail = freshMail();
    await sendEmail(world.services, mail);
    await world.pass(MINUTE);
    const [taken] = sentTo(mail.to);
    expect(taken).toMatchObject({ from: "Partyline <line@acme.org>", subject: mail.document.subject });
    expect(world.resend.requests).toMatchObject([{ path: "/emails", key: mail.id }]);
    expect(await world.row(mail.id)).toMatchObject({
      state: "sent",
      providerId: taken?.providerId,
      dueAt: null,
    });
  });

  test("is ended with one click, where it may be (RFC 8058)", async () => {
    const { document } = freshMail();
    const unsubscribeUrl = "https://line.acme.org/mail/unsubscribe/1";
    const digest = freshMail({ document: { ...document, unsubscribeUrl } });
    const duty = freshMail();
    await sendEmail(world.services, digest);
    await sendEmail(world.services, duty);
    await world.pass(MINUTE);
    expect(sentTo(digest.to)[0]?.headers).toEqual({
      "List-Unsubscribe": `<${unsubscribeUrl}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    });
    expect(sentTo(duty.to)[0]?.headers).toBeUndefined();
  });

  test("leaves neither its address nor its words in the log, however it fares", async () => {
    const levels = (["log", "warn", "error"] as const).map((level) => vi.spyOn(console, level));
    const mail = freshMail();
    world.resend.next.push("hang-up", { status: 401, message: `Not ${mail.to}` }, { status: 500 });
    await sendEmail(world.services, mail);
    await world.pass(HOUR);
    const logged = JSON.stringify(levels.flatMap((level) => level.mock.calls));
    expect(logged).toContain(mail.id);
    expect(logged).not.toContain(mail.to);
    expect(logged).not.toContain(mail.document.subject);
  });

  test("written five times and delivered five times by the queue is one", async () => {
    const mail = freshMail();
    for (let time = 0; time < 5; time += 1) await sendEmail(world.services, mail);
    await world.consume(5);
    await world.pass(HOUR);
    expect(sentTo(mail.to)).toHaveLength(1);
    expect(world.resend.requests).toHaveLength(1);
  });

  test("that five consumers take at the same time is posted by one of them", async () => {
    const mail = freshMail();
    await sendEmail(world.services, mail);
    await Promise.all(Array.from({ length: 5 }, () => deliver(world, mail.id)));
    expect(world.resend.requests).toHaveLength(1);
  });

  test("waits for Resend, which is down for an hour, and goes out once", async () => {
    const mail = freshMail();
    world.resend.always = { status: 503 };
    await sendEmail(world.services, mail);
    await world.pass(HOUR);
    expect(await world.row(mail.id)).toMatchObject({ state: "queued", reason: "Resend answered 503" });
    const tries = world.resend.requests.length;
    expect(tries).toBeGreaterThan(5);
    expect(tries).toBeLessThan(15);
    world.resend.always = "take";
    await world.pass(HOUR);
    expect(sentTo(mail.to)).toHaveLength(1);
    const { state, history } = await world.row(mail.id);
    expect(state).toBe("sent");
    expect(history.map((event) => event.state)).toEqual([...Array(tries + 1).fill("queued"), "sent"]);
  });

  test.each(["take-and-hang-up", "take-and-fail"] as const)(
    "taken without a word (%s) is known by its key at the next try",
    async (answer) => {
      const mail = freshMail();
      world.resend.next.push(answer);
      await sendEmail(world.services, mail);
      await world.pass(HOUR);
      expect(world.resend.requests.map(({ key }) => key)).toEqual([mail.id, mail.id]);
      expect(sentTo(mail.to)).toHaveLength(1);
      expect(await world.row(mail.id)).toMatchObject({
        state: "sent",
        providerId: sentTo(mail.to)[0]?.providerId,
      });
    },
  );

  test("that nobody knows of is not posted again once Resend has forgotten its key", async () => {
    const mail = freshMail();
    world.resend.next.push("take-and-hang-up");
    world.resend.always = { status: 503 };
    await sendEmail(world.services, mail);
    await world.pass(25 * HOUR);
    world.resend.always = "take";
    await world.pass(5 * HOUR);
    expect(sentTo(mail.to)).toHaveLength(1);
    expect(await world.row(mail.id)).toMatchObject({
      state: "unknown",
      reason: "Resend never said whether it took it.",
    });
    // Staff decide: a new round under a key of its own.
    await sendEmailAgain(world.services, OWNER, mail.id);
    await world.pass(MINUTE);
    expect(sentTo(mail.to)).toHaveLength(2);
    expect(world.resend.requests.at(-1)?.key).toBe(`${mail.id}/1`);
    expect((await world.row(mail.id)).state).toBe("sent");
  });

  test("that was surely never taken has failed after about a day, and is posted no more", async () => {
    const mail = freshMail();
    world.resend.always = { status: 429, message: "Daily quota reached." };
    await sendEmail(world.services, mail);
    await world.pass(26 * HOUR);
    const { state, reason } = await world.row(mail.id);
    expect({ state, reason }).toEqual({
      state: "failed",
      reason: "Resend answered 429: Daily quota reached.",
    });
    const last = world.resend.requests.at(-1)?.at ?? 0;
    expect(last - Date.parse("2026-11-21T10:00:00Z")).toBeGreaterThan(20 * HOUR);
  });

  test("is left alone for as long as Resend asks", async () => {
    const mail = freshMail();
    world.resend.next.push({ status: 429, retryAfter: 600 });
    await sendEmail(world.services, mail);
    await world.pass(HOUR);
    const [first, second] = world.resend.requests;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(600_000);
    expect(sentTo(mail.to)).toHaveLength(1);
  });

  test("that Resend refuses has failed, in Resend's own words", async () => {
    const mail = freshMail();
    world.resend.invalid.add(mail.to);
    await sendEmail(world.services, mail);
    await world.pass(HOUR);
    expect(world.resend.requests).toHaveLength(1);
    expect(await world.row(mail.id)).toMatchObject({
      state: "failed",
      reason: "Resend answered 422: Invalid `to` field.",
    });
  });

  test("that comes too late to be of use is not sent", async () => {
    const mail = freshMail({ expiresAt: world.now() + 10 * MINUTE });
    world.resend.always = { status: 429, retryAfter: 900 };
    await sendEmail(world.services, mail);
    await world.pass(5 * MINUTE);
    world.resend.always = "take";
    await world.pass(HOUR);
    expect(sentTo(mail.to)).toHaveLength(0);
    expect(await world.row(mail.id)).toMatchObject({
      state: "failed",
      reason: "It came too late to be of use.",
    });
  });
});

describe("whatever fails around it, once", () => {
  const whats = ["fails-before", "fails-after"] as const;
  let sites: readonly string[] = [];

  beforeAll(async () => {
    world = await openEmailWorld();
    sites = await play({ site: null, what: "fails-before" });
  });

  test("there are outside calls to fail", () => {
    expect(sites).toEqual(expect.arrayContaining(["d1.batch", "email.sendBatch", "d1.run", "resend.post"]));
  });

  test.each(whats)("every outside call %s", async (what) => {
    for (let site = 0; site < sites.length; site += 1) await play({ site, what });
  });
});

/** One consumer's run, which may fail. */
async function deliver({ services }: EmailWorld, id: string): Promise<void> {
  await deliverEmails(services, [id]).catch(() => undefined);
}

/** Writes one and posts it; what breaks off is left to the queue's retry and to cron. */
async function play(plan: Plan): Promise<readonly string[]> {
  const whole = world.services;
  const faulty = withFault(whole, plan, () => Promise.resolve());
  const mail = freshMail();
  world.services = faulty.services;
  // A caller whose call failed calls again: whatever it was that called it is retried.
  await sendEmail(world.services, mail).catch(() => sendEmail(world.services, mail));
  await deliver(world, mail.id);
  world.services = whole;
  await world.pass(HOUR / 2);
  expect(sentTo(mail.to)).toHaveLength(1);
  expect((await world.row(mail.id)).state).toBe("sent");
  return faulty.sites;
}
