// E-mails that go together, those with attachments, and those that wait for e-mail to be set up.
import { beforeEach, describe, expect, test } from "vitest";
import { offerEmails, sendEmail, sendEmails } from "../../worker/actions/send-email.ts";
import { freshMail, HOUR, MINUTE, openEmailWorld } from "./email-world.ts";
import type { EmailWorld } from "./email-world.ts";

let world: EmailWorld;

beforeEach(async () => {
  world = await openEmailWorld();
});

const sentTo = (to: string) => world.resend.taken.filter(({ to: [taken] }) => taken === to);

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

test("one that Resend never answers for holds up no other for longer than a minute", async () => {
  await world.services.files.put("b", "x");
  const stuck = freshMail({ attachments: [{ key: "b", name: "b.txt", contentType: "text/plain" }] });
  world.resend.always = "hang-up";
  await sendEmail(world.services, stuck);
  await world.pass(2 * HOUR);
  // It is tried about once an hour by now, and just then others come along.
  const others = [freshMail(), freshMail()];
  await sendEmails(world.services, others);
  await world.services.d1.prepare("UPDATE emails SET due_at = 0 WHERE id = ?").bind(stuck.id).run();
  const { length } = world.resend.requests;
  await offerEmails(world.services, [stuck.id]);
  await world.consume();
  expect(world.resend.requests.slice(length)).toMatchObject([{ key: stuck.id }]);
  world.resend.always = "take";
  await world.pass(MINUTE);
  for (const { to } of others) expect(sentTo(to)).toHaveLength(1);
});
