// Operators hear of alarms by e-mail: at once, each once, never in heaps, and never about e-mail by e-mail for ever.
import { createMessageBatch } from "cloudflare:test";
import { env, exports } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import type { JournalRecord } from "#core/record";
import { applyRecords } from "../../worker/actions/apply-records.ts";
import { finishAlarm } from "../../worker/actions/finish-alarm.ts";
import { changeSettings } from "../../worker/actions/change-settings.ts";
import { raiseAlarm } from "../../worker/actions/raise-alarm.ts";
import { tellOperators } from "../../worker/actions/tell-operators.ts";
import { OWNER } from "../../worker/actor.ts";
import { listAlarms } from "../../worker/db/alarms.ts";
import { consume } from "../../worker/queues/index.ts";
import { TEST_SECRETS } from "../fixtures/secrets.ts";
import { HOUR, MINUTE, openEmailWorld } from "./email-world.ts";
import type { EmailWorld } from "./email-world.ts";
import { withFault } from "./faults.ts";
import { signedRequest } from "./story.ts";

const [ANNA, BEN] = ["anna@acme.org", "ben@acme.org"];
let world: EmailWorld;
let hours = 0;

beforeEach(async () => {
  // Each test begins long after the one before, with nothing open.
  hours += 1_000;
  world = await openEmailWorld(Date.parse("2026-11-21T10:00:00Z") + hours * HOUR);
  await env.DB.prepare("DELETE FROM alarms").run();
  await changeSettings(world.services, OWNER, { operatorEmails: [ANNA] });
});

const subjects = () => world.resend.taken.map(({ subject }) => subject);
const pause = (subject: string) =>
  raiseAlarm(world.services, { kind: "campaign-paused", subject, text: `Campaign ${subject} paused.` });
const letter = (id: string) => ({ id, timestamp: new Date(0), attempts: 1, body: { emailId: id } });
const open = () => listAlarms(world.services.db, 50, { done: false });

describe("an alarm", () => {
  test("is told at once to each operator, with what to do and where", async () => {
    await changeSettings(world.services, OWNER, { operatorEmails: [ANNA, BEN] });
    await pause("spring");
    await world.pass(MINUTE);
    expect(world.resend.taken.map(({ to: [to] }) => to).toSorted()).toEqual([ANNA, BEN]);
    expect(world.resend.taken[0]).toMatchObject({ subject: "Alarm: A campaign has paused itself" });
    expect(world.resend.taken[0]?.text).toContain("Campaign spring paused.");
    expect(world.resend.taken[0]?.text).toContain(`${env.PUBLIC_URL}/setup/health`);
  });

  test("is told once, however often and side by side it is raised, swept and recorded", async () => {
    const record: JournalRecord = {
      kind: "alarm",
      id: crypto.randomUUID(),
      alarm: "spend-cap",
      subject: "line-1",
      text: "Spent.",
      at: world.now(),
    };
    await Promise.all(Array.from({ length: 5 }, () => applyRecords(world.services, [record])));
    await Promise.all(Array.from({ length: 5 }, () => tellOperators(world.services)));
    await world.pass(24 * HOUR);
    expect(subjects()).toEqual(["Alarm: A line has spent its money for today"]);
  });

  test("waits for operators: whoever is named later is told", async () => {
    await changeSettings(world.services, OWNER, { operatorEmails: [] });
    await pause("autumn");
    await world.pass(HOUR);
    expect(subjects()).toEqual([]);
    await changeSettings(world.services, OWNER, { operatorEmails: [BEN] });
    await world.pass(HOUR);
    expect(subjects()).toHaveLength(1);
  });

  test("that was seen to and comes back within the hour waits until it is over", async () => {
    for (let time = 0; time < 3; time += 1) {
      await pause("winter");
      await world.pass(10 * MINUTE);
      const [alarm] = await open();
      if (time < 2) await finishAlarm(world.services, OWNER, alarm?.id ?? "");
    }
    expect(subjects()).toHaveLength(1);
    await world.pass(HOUR);
    expect(subjects()).toHaveLength(2);
  });

  test("among very many is told in few e-mails, and none is left out", async () => {
    const names = Array.from({ length: 40 }, (_, index) => `campaign-${index}`);
    for (const name of names) await pause(name);
    await world.pass(59 * MINUTE);
    expect(world.resend.taken.length).toBeLessThanOrEqual(6);
    await world.pass(5 * HOUR);
    const all = world.resend.taken.map(({ text }) => text).join("\n");
    for (const name of names) expect(all.split(`Campaign ${name} paused.`)).toHaveLength(2);
  });

  test("is told once though any outside call of the telling fails", async () => {
    const count = await tellWith(null);
    expect(count).toBeGreaterThan(5);
    for (let site = 0; site < count; site += 1) await tellWith(site);
  });
});

describe("trouble with e-mail itself", () => {
  test("is an alarm that no e-mail tells of, however long it lasts", async () => {
    world.resend.always = { status: 401, name: "invalid_api_key", message: "API key is invalid" };
    await pause("summer");
    await world.pass(3 * HOUR);
    const rows = await env.DB.prepare("SELECT kind FROM emails WHERE created_at >= ?")
      .bind(world.now() - 4 * HOUR)
      .all();
    expect(rows.results).toHaveLength(1);
    expect((await open()).map(({ kind }) => kind).toSorted()).toEqual(["campaign-paused", "email-refused"]);
    // The key is mended: what waited goes out, once.
    world.resend.always = "take";
    await world.pass(3 * HOUR);
    expect(subjects()).toEqual(["Alarm: A campaign has paused itself"]);
  });

  test("is an alarm when Resend is away for hours", async () => {
    world.resend.always = { status: 503 };
    await pause("autumn");
    await world.pass(HOUR);
    expect(await open()).toHaveLength(1);
    await world.pass(3 * HOUR);
    expect((await open()).find(({ kind }) => kind === "email-refused")?.text).toBe("Resend answered 503");
    world.resend.always = "take";
    await world.pass(3 * HOUR);
    expect(subjects()).toEqual(["Alarm: A campaign has paused itself"]);
  });

  test("buried by its queue raises one alarm, not one for every e-mail about it", async () => {
    for (const id of ["a", "b", "c"])
      await consume(world.services, createMessageBatch("partyline-email-dead", [letter(`${id}-${hours}`)]));
    await world.pass(5 * HOUR);
    expect(subjects()).toEqual(["Alarm: Some work could not be done"]);
  });
});

const report = (code: number, level = "ERROR", more: { signature?: string } = {}) =>
  exports.default.fetch(
    signedRequest(
      "/webhooks/twilio/debugger",
      {
        AccountSid: TEST_SECRETS.TWILIO_ACCOUNT_SID,
        Sid: `NO${"0".repeat(32)}`,
        Level: level,
        Timestamp: "2026-11-21T10:00:00Z",
        PayloadType: "application/json",
        Payload: JSON.stringify({ error_code: String(code), more_info: { Msg: "Got HTTP 502" } }),
      },
      more,
    ),
  );

describe("Twilio's debugger", () => {
  test("raises one alarm for each kind of error", async () => {
    for (const code of [11_200, 11_200, 12_100]) expect((await report(code)).status).toBe(204);
    expect((await report(30_003)).status).toBe(204);
    expect((await open()).map(({ kind, subject }) => `${kind} ${subject}`).toSorted()).toEqual([
      "twilio-error 11200",
      "twilio-error 12100",
    ]);
    await world.pass(HOUR);
    expect(subjects()).toEqual(Array(2).fill("Alarm: Twilio reports an error"));
  });

  test("is heard only with its signature", async () => {
    expect((await report(11_200, "ERROR", { signature: "forged" })).status).toBe(403);
    expect(await open()).toEqual([]);
  });

  test("in no shape is refused", async () => {
    const form = { AccountSid: TEST_SECRETS.TWILIO_ACCOUNT_SID, Level: "ERROR", Payload: "no JSON" };
    expect((await exports.default.fetch(signedRequest("/webhooks/twilio/debugger", form))).status).toBe(422);
  });
});

/** Raises one and tells it with one call failing after it was made; what is left is cron's. */
async function tellWith(site: number | null): Promise<number> {
  const before = world.resend.taken.length;
  const whole = world.services;
  const faulty = withFault(whole, { site, what: "fails-after" }, () => Promise.resolve());
  world.services = faulty.services;
  await pause(`told-${site}`).catch(() => pause(`told-${site}`));
  world.services = whole;
  await world.pass(3 * HOUR);
  expect(world.resend.taken).toHaveLength(before + 1);
  return faulty.sites.length;
}
