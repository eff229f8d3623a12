// An e-mail goes out once, whatever becomes of Resend, the queue and the Worker that posts it.
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { deliverEmails } from "../../worker/actions/deliver-emails.ts";
import { sendEmailAgain } from "../../worker/actions/send-email-again.ts";
import { sendEmail, sendEmails } from "../../worker/actions/send-email.ts";
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

describe("several that wait together", () => {
  test("go together, a hundred a request", async () => {
    const mails = Array.from({ length: 120 }, () => freshMail());
    await sendEmails(world.services, mails);
    await world.pass(MINUTE);
    expect(world.resend.requests.map(({ path, count }) => [path, count])).toEqual([
      ["/emails/batch", 100],
      ["/emails/batch", 20],
    ]);
    for (const { id, to } of mails.slice(0, 3)) {
      expect(await world.row(id)).toMatchObject({ state: "sent", providerId: sentTo(to)[0]?.providerId });
    }
    expect(new Set(world.resend.taken.map(({ to: [to] }) => to)).size).toBe(120);
  });

  test("whose outcome is in doubt go together again as they were, whoever joined the queue meanwhile", async () => {
    const mails = [freshMail(), freshMail(), freshMail()];
    const late = freshMail();
    world.resend.next.push("take-and-hang-up");
    await sendEmails(world.services, mails);
    await world.consume();
    await sendEmail(world.services, late);
    await world.pass(HOUR);
    const [first, ...others] = world.resend.requests;
    expect(others.map(({ path, key, count }) => ({ path, count, isSame: key === first?.key }))).toEqual([
      { path: "/emails", count: 1, isSame: false },
      { path: "/emails/batch", count: 3, isSame: true },
    ]);
    for (const { to } of [...mails, late]) expect(sentTo(to)).toHaveLength(1);
  });

  test("are not all refused for one of them", async () => {
    const [good, bad, other] = [freshMail(), freshMail(), freshMail()];
    world.resend.invalid.add(bad.to);
    await sendEmails(world.services, [good, bad, other]);
    await world.pass(MINUTE);
    expect(await world.row(good.id)).toMatchObject({ state: "sent" });
    expect(await world.row(other.id)).toMatchObject({ state: "sent" });
    expect(await world.row(bad.id)).toMatchObject({ state: "failed" });
    expect(world.resend.taken).toHaveLength(2);
  });

  test("wait together while Resend is down: one answer tells for all", async () => {
    world.resend.always = "hang-up";
    await world.services.files.put("a", "x");
    const attachments = [{ key: "a", name: "a.txt", contentType: "text/plain" }];
    const mails = [freshMail({ attachments }), freshMail({ attachments }), freshMail(), freshMail()];
    await sendEmails(world.services, mails);
    await world.consume();
    expect(world.resend.requests).toHaveLength(1);
    world.resend.always = "take";
    await world.pass(HOUR);
    for (const { to } of mails) expect(sentTo(to)).toHaveLength(1);
  });
});

describe("attachments", () => {
  test("arrive byte for byte, and alone", async () => {
    const bytes = Uint8Array.from({ length: 100_001 }, (_, index) => (index * 31) % 256);
    await world.services.files.put("voicemail/1", bytes);
    const attachments = [{ key: "voicemail/1", name: "voicemail.mp3", contentType: "audio/mpeg" }];
    const [loaded, light] = [freshMail({ attachments }), freshMail()];
    await sendEmails(world.services, [loaded, light]);
    await world.pass(MINUTE);
    const [file] = sentTo(loaded.to)[0]?.attachments ?? [];
    expect(file).toMatchObject({ filename: "voicemail.mp3", content_type: "audio/mpeg" });
    const read = Uint8Array.from(atob(file?.content ?? ""), (character) => character.charCodeAt(0));
    expect(read).toEqual(bytes);
    expect(world.resend.requests.map(({ path }) => path)).toEqual(["/emails", "/emails"]);
    expect(sentTo(light.to)).toHaveLength(1);
  });

  test.each([
    ["gone", null, "Its attachment voicemail.mp3 is no longer there."],
    ["too large", 15_000_001, "Its attachments are too large to send."],
  ])("that are %s are said to be", async (_name, size, reason) => {
    if (size === null) await world.services.files.delete("voicemail/2");
    else await world.services.files.put("voicemail/2", new Uint8Array(size));
    const attachments = [{ key: "voicemail/2", name: "voicemail.mp3", contentType: "audio/mpeg" }];
    const mail = freshMail({ attachments });
    await sendEmail(world.services, mail);
    await world.pass(MINUTE);
    expect(world.resend.requests).toHaveLength(0);
    expect(await world.row(mail.id)).toMatchObject({ state: "failed", reason });
  });
});

describe("before e-mail is set up", () => {
  test("e-mails wait and say so; then they go out", async () => {
    const set = world.services;
    world.services = await world.open({});
    const mail = freshMail();
    await sendEmail(world.services, mail);
    await world.pass(24 * HOUR);
    expect((await world.row(mail.id)).state).toBe("not-set-up");
    world.services = set;
    await world.pass(HOUR);
    expect(sentTo(mail.to)).toHaveLength(1);
    expect((await world.row(mail.id)).state).toBe("sent");
  });

  test("they wait for three days: nobody wants last week's alarms", async () => {
    world.services = await world.open({});
    const mail = freshMail();
    await sendEmail(world.services, mail);
    await world.pass(80 * HOUR);
    expect(await world.row(mail.id)).toMatchObject({
      state: "failed",
      reason: "E-mail was not set up in time.",
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
