// What Resend's webhooks say of an e-mail: only what is signed, once, and in any order.
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { liftSuppression } from "../../worker/actions/lift-suppression.ts";
import { sendEmailAgain } from "../../worker/actions/send-email-again.ts";
import { sendEmail } from "../../worker/actions/send-email.ts";
import type { Mail } from "../../worker/actions/send-email.ts";
import { OWNER } from "../../worker/actor.ts";
import { fetchWith } from "./counting.ts";
import { freshMail, HOUR, MAIL_SETTINGS, MINUTE, openEmailWorld, WEBHOOK_SECRET } from "./email-world.ts";
import type { EmailWorld } from "./email-world.ts";

let world: EmailWorld;

beforeEach(async () => {
  // The webhook goes by the real clock: its signatures are five minutes old at most.
  world = await openEmailWorld(Date.now());
});

interface Telling {
  readonly type: string;
  readonly data?: object;
  readonly at?: number;
  readonly eventId?: string;
  readonly secret?: string;
  readonly signedAt?: number;
  /** In place of what would be signed. */
  readonly signature?: string;
}

async function sign(secret: string, words: string): Promise<string> {
  const raw = Uint8Array.from(atob(secret.slice("whsec_".length)), (character) => character.charCodeAt(0));
  const key = await crypto.subtle.importKey("raw", raw, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const mac = await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(words));
  return `v1,${btoa(String.fromCharCode(...new Uint8Array(mac)))}`;
}

/** Resend's webhook about an e-mail of ours; answers the status. */
async function tell(mail: Pick<Mail, "id">, telling: Telling): Promise<number> {
  const { type, data = {}, at = Date.now(), secret = WEBHOOK_SECRET, signedAt = Date.now() } = telling;
  const body = JSON.stringify({
    type,
    created_at: new Date(at).toISOString(),
    data: { email_id: `provider-${mail.id}`, tags: { email: mail.id }, ...data },
  });
  const id = telling.eventId ?? `msg_${crypto.randomUUID()}`;
  const seconds = String(Math.floor(signedAt / 1000));
  const signature = telling.signature ?? (await sign(secret, `${id}.${seconds}.${body}`));
  const headers = { "svix-id": id, "svix-timestamp": seconds, "svix-signature": signature };
  const request = new Request(`${env.PUBLIC_URL}/webhooks/resend`, { method: "POST", body, headers });
  return (await fetchWith({ ...env, ...MAIL_SETTINGS }, request)).status;
}

async function sent(more: Partial<Mail> = {}): Promise<Mail> {
  const mail = freshMail(more);
  await sendEmail(world.services, mail);
  await world.pass(MINUTE);
  return mail;
}

const BOUNCE = { bounce: { type: "Permanent", subType: "General", message: "No such user." } };
const stateOf = async ({ id }: Mail) => (await world.row(id)).state;

describe("the signature", () => {
  test.each<[string, Partial<Telling>, number]>([
    ["right", {}, 204],
    ["of another secret", { secret: `whsec_${btoa("somebody else's secret!!")}` }, 403],
    ["missing", { signature: "" }, 403],
    ["no Base64", { signature: "v1,%%%" }, 403],
    ["of another version", { signature: "v2,AAAA" }, 403],
    ["six minutes old", { signedAt: Date.now() - 6 * MINUTE }, 403],
    ["six minutes ahead", { signedAt: Date.now() + 6 * MINUTE }, 403],
    ["four minutes old", { signedAt: Date.now() - 4 * MINUTE }, 204],
  ])("that is %s", async (_name, spoiled, status) => {
    const mail = await sent();
    expect(await tell(mail, { type: "email.delivered", ...spoiled })).toBe(status);
    expect(await stateOf(mail)).toBe(status === 204 ? "delivered" : "sent");
  });

  test("may be one of several, while the secret is rotated", async () => {
    const mail = await sent();
    const body = JSON.stringify({
      type: "email.delivered",
      created_at: "",
      data: { tags: { email: mail.id } },
    });
    const seconds = String(Math.floor(Date.now() / 1000));
    const right = await sign(WEBHOOK_SECRET, `msg_1.${seconds}.${body}`);
    const headers = { "svix-id": "msg_1", "svix-timestamp": seconds, "svix-signature": `v1,AAAA ${right}` };
    const request = () => new Request(`${env.PUBLIC_URL}/webhooks/resend`, { method: "POST", body, headers });
    expect((await fetchWith({ ...env, ...MAIL_SETTINGS }, request())).status).toBe(204);
    // Where no secret is set, nothing is right.
    expect((await fetchWith(env, request())).status).toBe(403);
  });

  test("covers the body", async () => {
    const mail = await sent();
    const right = await sign(WEBHOOK_SECRET, `msg_2.${Math.floor(Date.now() / 1000)}.{}`);
    expect(await tell(mail, { type: "email.complained", eventId: "msg_2", signature: right })).toBe(403);
  });
});

describe("what became of it", () => {
  test("news in any order leads to the same end, and twice is once", async () => {
    const orders = [
      ["email.sent", "email.delivery_delayed", "email.delivered", "email.opened"],
      ["email.delivered", "email.sent", "email.opened", "email.delivery_delayed"],
    ];
    for (const order of orders) {
      const mail = await sent();
      for (const type of order) {
        for (let time = 0; time < 2; time += 1)
          expect(await tell(mail, { type, eventId: `${mail.id}-${type}` })).toBe(204);
      }
      const { state, history } = await world.row(mail.id);
      expect(state).toBe("delivered");
      expect(history.map((event) => event.state).toSorted()).toEqual(
        ["queued", "sent", "sent", "delayed", "delivered"].toSorted(),
      );
    }
  });

  test("settles one whose outcome was in doubt, and it is posted no more", async () => {
    const mail = freshMail();
    world.resend.always = "hang-up";
    await sendEmail(world.services, mail);
    await world.pass(MINUTE);
    expect(await stateOf(mail)).toBe("queued");
    await tell(mail, { type: "email.delivered" });
    const { length } = world.resend.requests;
    await world.pass(HOUR);
    expect(await stateOf(mail)).toBe("delivered");
    expect(world.resend.requests).toHaveLength(length);
  });

  test("is found by Resend's own id where our tag did not come along", async () => {
    const mail = await sent();
    const { providerId } = await world.row(mail.id);
    expect(await tell(mail, { type: "email.delivered", data: { tags: [], email_id: providerId } })).toBe(204);
    expect(await stateOf(mail)).toBe("delivered");
  });

  test("of an e-mail that is not ours is nothing", async () => {
    expect(await tell({ id: crypto.randomUUID() }, { type: "email.delivered" })).toBe(204);
  });

  test.each<[string, object, string, string]>([
    ["email.failed", { failed: { reason: "reached_daily_quota" } }, "failed", "reached_daily_quota"],
    ["email.suppressed", { suppressed: { message: "On our list." } }, "suppressed", "On our list."],
  ])("%s says why", async (type, data, state, reason) => {
    const mail = await sent();
    await tell(mail, { type, data });
    expect(await world.row(mail.id)).toMatchObject({ state, reason });
  });
});

describe("an address that bounced for good or complained", () => {
  test.each<[string, object]>([
    ["email.bounced", BOUNCE],
    ["email.complained", {}],
  ])("after %s gets nothing more until that is lifted", async (type, data) => {
    const first = await sent();
    await tell(first, { type, data, eventId: `${first.id}-ends` });
    // In another spelling of the same address.
    const next = await sent({ to: first.to.toUpperCase() });
    expect(await world.row(next.id)).toMatchObject({ state: "suppressed" });
    expect(world.resend.requests).toHaveLength(1);

    await liftSuppression(world.services, OWNER, (await world.row(first.id)).recipientId);
    // The bounce of before, told late and again, does not bring it back.
    await tell(first, { type, data, eventId: `${first.id}-again`, at: Date.now() - HOUR });
    await sendEmailAgain(world.services, OWNER, next.id);
    await world.pass(MINUTE);
    expect(await stateOf(next)).toBe("sent");
    // A new one does.
    await world.pass(MINUTE);
    await tell(next, { type, data, at: Date.now() + 10 * MINUTE });
    expect(await stateOf(await sent({ to: first.to }))).toBe("suppressed");
  });

  test("is named in no words that are kept: they outlast it, and viewers see them", async () => {
    const mail = await sent();
    const message = `smtp; 550 5.1.1 <${mail.to}>: Recipient address rejected (${mail.to}).`;
    await tell(mail, { type: "email.bounced", data: { bounce: { ...BOUNCE.bounce, message } } });
    const { reason, history } = await world.row(mail.id);
    expect(reason).toMatch(
      /^Permanent, General: smtp; 550 5\.1\.1 <.\*\*\*@[^>]*>: Recipient address rejected/,
    );
    expect(`${reason ?? ""} ${JSON.stringify(history)}`).not.toContain(mail.to);
  });

  test("only for a while, as with a full mailbox, is written to again", async () => {
    const first = await sent();
    const data = { bounce: { type: "Transient", subType: "MailboxFull", message: "Full." } };
    await tell(first, { type: "email.bounced", data });
    expect(await world.row(first.id)).toMatchObject({
      state: "bounced",
      reason: "Transient, MailboxFull: Full.",
    });
    expect(await stateOf(await sent({ to: first.to }))).toBe("sent");
  });
});
