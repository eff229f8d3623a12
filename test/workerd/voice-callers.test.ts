// Callers whom nobody knows, whom a group does not take, and telephones and services that fail: nobody hears silence.
import { env, exports } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { countedEnv, fetchWith } from "./counting.ts";
import { eventually, freshNumber, signedRequest } from "./story.ts";
import { helplineOf, isFree, makeGroup, makePerson, PhoneCall, rings, traceOf } from "./voice-line.ts";

describe("callers", () => {
  test.each(["anonymous", "restricted", "", "+266696687"])(
    'from "%s" are served, by no address',
    async (from) => {
      const ann = await makePerson("Ann");
      const group = await makeGroup([ann]);
      const call = new PhoneCall(from, group);
      expect(rings(await call.begin())).toBe(ann.phone);
      expect(await helplineOf(group).snapshot({ sid: call.sid })).toMatchObject({
        addressId: null,
        address: { kind: "nobody" },
      });
    },
  );

  test("become people we know", async () => {
    const from = freshNumber();
    await new PhoneCall(from, await makeGroup([])).begin();
    await eventually(() =>
      env.DB.prepare(
        "SELECT 1 FROM addresses a JOIN contacts c ON c.id = a.contact_id WHERE a.kind = 'phone' AND a.value = ?",
      )
        .bind(from)
        .first(),
    );
  });

  test("who are blocked ring nobody", async () => {
    const ann = await makePerson("Ann");
    const group = await makeGroup([ann]);
    const pest = await makePerson("Pest");
    await env.DB.prepare(
      "INSERT INTO blocks (helpline_id, address_id, reason, made_by, created_at) VALUES (?, ?, 'pest', 'test', 0)",
    )
      .bind(group.id, pest.addressId)
      .run();
    expect(await new PhoneCall(pest.phone, group).begin()).toContain('<Reject reason="busy"/>');
    expect(await isFree(ann)).toBe(true);
  });

  test("of a number that no group has are told so, and the staff see it", async () => {
    const from = freshNumber();
    const twiml = await new PhoneCall(from, { number: "+15550003333" }).begin();
    expect(twiml).toContain("this number is not in use");
    const notice = await eventually(() =>
      env.DB.prepare("SELECT text FROM notices WHERE text LIKE ?")
        .bind(`%${from}%`)
        .first<{ text: string }>(),
    );
    expect(notice.text).toBe(`From ${from}: called +15550003333, which no helpline has.`);
  });
});

test("a telephone that cannot be reached while another can is left alone, and shown", async () => {
  const [ann, bob] = [await makePerson("Ann"), await makePerson("Bob")];
  const group = await makeGroup([ann, bob]);
  const call = new PhoneCall(freshNumber(), group);
  await call.begin();
  expect(rings(await call.dialled("failed"))).toBe(bob.phone);
  await call.dialled("no-answer");
  const row = await eventually(() =>
    env.DB.prepare(
      "SELECT quarantined_until AS until, quarantine_reason AS reason FROM volunteers WHERE id = ? AND quarantined_until IS NOT NULL",
    )
      .bind(ann.id)
      .first<{ until: number; reason: string }>(),
  );
  expect(row.until).toBeGreaterThan(Date.now());
  expect(row.reason).toBe("A call could not be put through.");
  const alarm = await eventually(() =>
    env.DB.prepare("SELECT text FROM alarms WHERE kind = 'telephone-failing' AND subject = ?")
      .bind(ann.id)
      .first<{ text: string }>(),
  );
  // Nobody is named: alarms are kept when a person is erased.
  expect(alarm.text).toContain("A volunteer of Night line is not rung for 10 min:");
  await call.recorded(0);
  const next = new PhoneCall(freshNumber(), group);
  expect(rings(await next.begin())).toBe(bob.phone);
  expect(await traceOf(group, next)).toEqual(["skipped", `${bob.id} ringing`]);
});

test("where the carrier puts no call through to anybody, nobody is left alone, and operators hear of it once", async () => {
  const [ann, bob] = [await makePerson("Ann"), await makePerson("Bob")];
  const group = await makeGroup([ann, bob]);
  for (const from of [freshNumber(), freshNumber()]) {
    const call = new PhoneCall(from, group);
    expect(rings(await call.begin())).toBe(ann.phone);
    expect(rings(await call.dialled("failed"))).toBe(bob.phone);
    expect(await call.dialled("failed")).toContain("<Record ");
    await call.recorded(0);
  }
  const alarms = await eventually(async () => {
    const { results } = await env.DB.prepare("SELECT kind, text FROM alarms WHERE subject = ?")
      .bind(group.id)
      .all();
    return results.length > 0 ? results : null;
  });
  expect(alarms).toEqual([
    {
      kind: "calls-failing",
      text: "A call to Night line could not be put through to any of the 2 telephones that it was to ring.",
    },
  ]);
  expect(
    await env.DB.prepare("SELECT 1 FROM volunteers WHERE id IN (?, ?) AND quarantined_until IS NOT NULL")
      .bind(ann.id, bob.id)
      .first(),
  ).toBeNull();
});

test("a telephone that cannot be reached: the coordinators of its groups hear of it, each once a day", async () => {
  const [ann, bob] = [await makePerson("Ann"), await makePerson("Bob")];
  const to = `${crypto.randomUUID()}@example.org`;
  const groups = [
    await makeGroup([ann, bob], { name: "Days", coordinators: [to] }),
    await makeGroup([ann, bob], { name: "Nights", coordinators: [to.toUpperCase(), `other-${to}`] }),
  ];
  for (const group of groups) {
    const call = new PhoneCall(freshNumber(), group);
    await call.begin();
    await call.dialled("failed");
    await call.dialled("no-answer");
    await call.recorded(0);
    // The other group learns of it, and has a failure of its own to tell.
    await env.DB.prepare("UPDATE volunteers SET quarantined_until = NULL WHERE id = ?").bind(ann.id).run();
  }
  const { results } = await eventually(async () => {
    const found = await env.DB.prepare(
      "SELECT lower(recipient) AS recipient, subject, body FROM emails WHERE about_id = ? ORDER BY recipient",
    )
      .bind(ann.id)
      .all<{ recipient: string; subject: string; body: string }>();
    return found.results.length >= 2 ? found : null;
  });
  expect(results.map(({ recipient }) => recipient).sort()).toEqual([to, `other-${to}`].sort());
  expect(results[0]?.subject).toMatch(/^(Days|Nights): Ann's telephone cannot be rung$/);
  expect(results[0]?.body).not.toContain(ann.phone);
});

describe("our own trouble is never silence", () => {
  test("D1 away: the caller leaves a message, which reaches the group all the same", async () => {
    const group = await makeGroup([await makePerson("Ann")]);
    const { env: counted, fail } = countedEnv();
    const from = freshNumber();
    const call = new PhoneCall(from, group, (request) => fetchWith(counted, request));
    fail.d1 = true;
    const twiml = await call.begin();
    expect(twiml).toContain("Sorry, something went wrong on our side.");
    const recording = /recordingStatusCallback="([^"#]*)/.exec(twiml)?.[1]?.replaceAll("&amp;", "&") ?? "";
    expect(await call.recorded(9)).toContain("Thank you. Goodbye.");
    fail.d1 = false;
    await call.post(recording.replace(env.PUBLIC_URL, ""), {
      RecordingSid: `RE${"0".repeat(32)}`,
      RecordingStatus: "completed",
      RecordingDuration: "9",
    });
    expect(await traceOf(group, call)).toEqual(["trouble", "recorded"]);
    await eventually(() =>
      env.DB.prepare("SELECT 1 FROM notices WHERE text LIKE ?").bind(`From ${from}: called%`).first(),
    );
  });

  test("a step of a call that is not known any more", async () => {
    const group = await makeGroup([]);
    const call = new PhoneCall(freshNumber(), group);
    const twiml = await call.post(`/webhooks/twilio/voice/dialled?h=${group.id}&t=3&l=es`, {
      DialCallStatus: "no-answer",
    });
    expect(twiml).toContain("Lo sentimos");
    expect(twiml).toContain("<Record ");
  });

  test("who has talked already is not asked for a message", async () => {
    const call = new PhoneCall(freshNumber(), await makeGroup([]));
    const twiml = await call.post("/webhooks/twilio/voice/dialled?h=unknown&t=1&l=es", {
      DialCallStatus: "completed",
      DialBridged: "true",
    });
    expect(twiml).toContain("Adiós");
    expect(twiml).not.toContain("<Record");
  });

  test("a webhook that is not Twilio's is refused", async () => {
    const form = { CallSid: `CA${"0".repeat(32)}`, From: "+15550001111", To: "+15550002222" };
    const forged = signedRequest("/webhooks/twilio/voice", form, { signature: "AAAA" });
    expect((await exports.default.fetch(forged)).status).toBe(403);
  });
});
