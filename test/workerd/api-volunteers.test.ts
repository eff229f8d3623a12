// Volunteers by API: their phone is a person's address, with what that person agreed to; and how they are forgotten.
import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import type { QuarantineRecord } from "#core/helpline/call";
import { projectRecords } from "../../worker/actions/project-records.ts";
import { readHelplinePlan } from "../../worker/db/helpline-plan.ts";
import { createIdentity } from "../../worker/identity.ts";
import { TEST_SECRETS } from "../fixtures/secrets.ts";
import { call, ok } from "./api-calls.ts";
import type { Answer } from "./api-calls.ts";
import { fakeCarrier } from "./carrier.ts";
import { freshPhone, newGroup, newHelpline, newVolunteer } from "./helpline-world.ts";

const identity = createIdentity(TEST_SECRETS.IDENTITY_KEY);
const addressOf = (value: string) => identity.idOf({ kind: "phone", value });
const PROOF = "signed the volunteers' form on 3 May";

beforeAll(() => {
  fakeCarrier();
});

async function contactAt(number: string): Promise<Answer["body"]> {
  return (await ok("POST /v1/contacts/search", { number })).data[0];
}

async function consentsAt(number: string): Promise<readonly string[]> {
  const { data } = await ok(`GET /v1/contacts/${(await contactAt(number)).id}/consents`);
  return data.map(({ kind, words }: { kind: string; words: string }) => `${kind}: ${words}`);
}

/** As a call that could not be put through leaves them. */
async function quarantine(id: string, until: number): Promise<void> {
  await env.DB.prepare(
    "UPDATE volunteers SET quarantined_until = ?, quarantine_reason = 'A call could not be put through.' WHERE id = ?",
  )
    .bind(until, id)
    .run();
}

const FAR = Date.parse("2090-01-01T00:00:00Z");

test("who saw a volunteer or a helpline as it was before is told so, and overwrites nobody", async () => {
  const { id, changedAt: seen } = await newHelpline();
  const volunteer = await newVolunteer("Ana", [id]);
  const cases = [
    [`PATCH /v1/helplines/${id}`, seen, { name: "Day line" }, { name: "Late line" }],
    [`PATCH /v1/volunteers/${volunteer.id}`, volunteer.changedAt, { name: "Anna" }, { name: "Anne" }],
  ] as const;
  for (const [where, over, first, second] of cases) {
    expect(await ok(`${where}?over=${over}`, first)).toMatchObject(first);
    expect(await call(`${where}?over=${over}`, second)).toMatchObject({
      status: 409,
      body: { error: { code: "conflict" } },
    });
    expect(await ok(where.replace("PATCH", "GET"))).toMatchObject(first);
  }
});

describe("a volunteer's phone", () => {
  test("is a contact's address, with the proof as a grant", async () => {
    const { id } = await newHelpline();
    const phone = freshPhone();
    const made = await newVolunteer("Ana", [id], {
      phone,
      proof: PROOF,
      email: "ana@example.org",
      remindBy: ["email", "sms"],
      language: "es",
    });
    expect(made).toMatchObject({
      name: "Ana",
      phone,
      addressId: await addressOf(phone),
      helplines: [id],
      proof: PROOF,
      quarantine: null,
      removedAt: null,
    });
    const contact = await contactAt(phone);
    expect(contact).toMatchObject({
      name: "Ana",
      addresses: [{ address: phone, standings: { sms: "granted" } }],
    });
    expect(await consentsAt(phone)).toEqual([`grant: ${PROOF}`]);
  });

  test("without a proof grants nothing", async () => {
    const { phone } = await newVolunteer("Quiet", []);
    expect(await contactAt(phone)).toMatchObject({ addresses: [{ standings: { sms: "unknown" } }] });
  });

  test("that is changed is another address, which is rung at once; a proof that comes later is a grant", async () => {
    const ana = await newVolunteer("Ana", []);
    await quarantine(ana.id, FAR);
    expect((await ok(`GET /v1/volunteers/${ana.id}`)).quarantine).toEqual({
      until: "2090-01-01T00:00:00.000Z",
      reason: "A call could not be put through.",
    });
    const phone = freshPhone();
    const changed = await ok(`PATCH /v1/volunteers/${ana.id}`, { phone });
    expect(changed).toMatchObject({ phone, addressId: await addressOf(phone), quarantine: null });
    await ok(`PATCH /v1/volunteers/${ana.id}`, { proof: PROOF });
    expect(await consentsAt(phone)).toEqual([`grant: ${PROOF}`]);
    expect(await contactAt(ana.phone)).toMatchObject({ addresses: [{ standings: { sms: "unknown" } }] });
    const gone = await ok(`PATCH /v1/volunteers/${ana.id}`, { phone: null });
    expect(gone).toMatchObject({ phone: null, addressId: null });
  });

  test("is one volunteer's; a removed one's is free", async () => {
    const phone = freshPhone();
    const ana = await newVolunteer("Ana", [], { phone });
    const ben = await newVolunteer("Ben", []);
    const taken = { code: "conflict", message: "There is a volunteer with this phone already." };
    expect((await call("POST /v1/volunteers", { name: "Twin", phone })).body.error).toMatchObject(taken);
    expect((await call(`PATCH /v1/volunteers/${ben.id}`, { phone })).body.error).toMatchObject(taken);
    await ok(`DELETE /v1/volunteers/${ana.id}`);
    expect((await ok(`PATCH /v1/volunteers/${ben.id}`, { phone })).phone).toBe(phone);
  });

  test("that failed is rung again when staff say so, or when its time has passed", async () => {
    const [ana, ben] = [await newVolunteer("Ana", []), await newVolunteer("Ben", [])];
    await quarantine(ana.id, FAR);
    expect((await ok(`DELETE /v1/volunteers/${ana.id}/quarantine`)).quarantine).toBeNull();
    await ok(`DELETE /v1/volunteers/${ana.id}/quarantine`);
    const { data } = await ok(`GET /v1/audit?subjectId=${ana.id}`);
    expect(data.map(({ action }: { action: string }) => action)).toEqual([
      "volunteer.lift-quarantine",
      "volunteer.create",
    ]);
    await quarantine(ben.id, 1_000);
    expect((await ok(`GET /v1/volunteers/${ben.id}`)).quarantine).toBeNull();
  });
});

test("what staff lifted does not come back with a record that comes again; a new failure does", async () => {
  const { id: volunteerId, addressId } = await newVolunteer("Ana", []);
  const failed = (at: number): QuarantineRecord => ({
    kind: "quarantine",
    volunteerId,
    addressId,
    until: FAR,
    reason: "A call could not be put through.",
    at,
  });
  const isShown = async () => (await ok(`GET /v1/volunteers/${volunteerId}`)).quarantine !== null;
  const [before, after] = [Date.now() - 1_000, Date.now() + 3_600_000];
  await projectRecords(env.DB, [failed(before)]);
  expect(await isShown()).toBe(true);
  await ok(`DELETE /v1/volunteers/${volunteerId}/quarantine`);
  await projectRecords(env.DB, [failed(before)]);
  expect(await isShown()).toBe(false);
  await projectRecords(env.DB, [failed(before), failed(after)]);
  expect(await isShown()).toBe(true);
});

const bad: readonly (readonly [why: string, body: object, says: RegExp])[] = [
  ["without a name", { name: undefined }, /^name is missing/],
  ["with a phone that is none", { phone: "ask reception" }, /^phone is no valid E.164/],
  ["with an address that is none", { email: "ana" }, /^email is no valid email/],
  ["texted without a phone", { remindBy: ["sms"], proof: "x" }, /^phone is missing/],
  ["texted without a proof", { remindBy: ["whatsapp"], phone: "+12025554998" }, /^proof is missing/],
  ["reminded by pigeon", { remindBy: ["pigeon"] }, /^remindBy\[0\] should be/],
  ["with a field we do not have", { rank: 1 }, /no place for "rank"/],
];

describe("a volunteer is refused", () => {
  test.each(bad)("%s", async (_why, body, says) => {
    const answer = await call("POST /v1/volunteers", { name: "Bad", ...body });
    expect([answer.status, answer.body.error.code]).toEqual([422, "invalid"]);
    expect(answer.body.error.message).toMatch(says);
  });

  test("with a helpline's number for a phone, and in a group that is not there", async () => {
    const { number } = await newHelpline();
    expect((await call("POST /v1/volunteers", { name: "Bad", phone: number })).body.error.message).toMatch(
      /^phone is the number of a helpline/,
    );
    expect((await call("POST /v1/volunteers", { name: "Bad", helplines: ["none"] })).status).toBe(404);
  });
});

describe("a viewer", () => {
  test("sees neither number, address nor proof", async () => {
    const { token } = await ok("POST /v1/tokens", { name: "dashboard", role: "viewer" });
    const { id } = await newVolunteer("Ana", [], {
      phone: "+12025554777",
      proof: PROOF,
      email: "ana@example.org",
    });
    const seen = await ok(`GET /v1/volunteers/${id}`, undefined, { token });
    expect(seen).toMatchObject({ phone: "+1202*****77", email: "a***@example.org", proof: null });
    const list = await ok("GET /v1/volunteers", undefined, { token });
    expect(JSON.stringify(list)).not.toMatch(/\+12025554777|ana@example.org|signed the/);
  });
});

describe("a volunteer's own person", () => {
  test("is told where they are a volunteer, on which shifts, and that they are blocked somewhere", async () => {
    const { id, ana } = await newGroup();
    const { phone } = await ok(`GET /v1/volunteers/${ana}`);
    await ok(`POST /v1/helplines/${id}/shifts`, {
      weekday: 1,
      from: "09:00",
      to: "12:00",
      volunteers: [ana],
    });
    await ok(`POST /v1/helplines/${id}/overrides`, {
      kind: "add",
      date: "2031-07-09",
      from: "20:00",
      to: "22:00",
      volunteers: [ana],
    });
    await ok(`POST /v1/helplines/${id}/blocks`, { number: phone, reason: "tries the line out too often" });
    const all = await ok(`GET /v1/contacts/${(await contactAt(phone)).id}/everything`);
    expect(all).toMatchObject({
      volunteers: [{ id: ana, config: { name: "Ana", phone } }],
      memberships: [{ helplineId: id }],
      shifts: [{ body: { weekday: 1, volunteers: [ana] } }],
      overrides: [{ date: "2031-07-09" }],
      blocks: [{ helplineId: id, reason: "tries the line out too often" }],
    });
  });

  test("stays the volunteer when contacts are merged: a call finds the same address", async () => {
    const { number, ana } = await newGroup();
    const { phone, addressId } = await ok(`GET /v1/volunteers/${ana}`);
    const { id: into } = await ok("POST /v1/contacts", { number: freshPhone(), name: "Ana at home" });
    await ok(`POST /v1/contacts/${into}/merge`, { from: (await contactAt(phone)).id });
    const plan = await readHelplinePlan(env.DB, { number, callerAddressId: null, now: 0 });
    expect(plan?.volunteers.find((one) => one.id === ana)).toMatchObject({ phone, addressId });
    const all = await ok(`GET /v1/contacts/${into}/everything`);
    expect(all.volunteers).toMatchObject([{ id: ana }]);
  });

  test("who is erased loses name, phone, e-mail and proof, and is on no shift; who did what stays counted", async () => {
    const { id, ana, ben } = await newGroup();
    await ok(`PATCH /v1/volunteers/${ana}`, {
      name: "Anastasia",
      email: "anastasia@example.org",
      proof: PROOF,
    });
    const { phone } = await ok(`GET /v1/volunteers/${ana}`);
    await ok(`POST /v1/helplines/${id}/shifts`, {
      weekday: 1,
      from: "09:00",
      to: "12:00",
      volunteers: [ana, ben],
    });
    await ok(`POST /v1/helplines/${id}/blocks`, { number: phone, reason: "Anastasia called herself" });
    await ok(`POST /v1/contacts/${(await contactAt(phone)).id}/erase`, { confirm: "erase" });
    const gone = await ok(`GET /v1/volunteers/${ana}`);
    expect(gone).toMatchObject({
      name: "",
      phone: null,
      email: null,
      proof: null,
      addressId: null,
      helplines: [],
    });
    expect(gone.removedAt).not.toBeNull();
    expect((await ok(`GET /v1/helplines/${id}/blocks`)).data).toMatchObject([{ address: null, reason: "" }]);
    const { data } = await ok(`GET /v1/helplines/${id}/occurrences?from=2031-07-07&to=2031-07-08`);
    expect(data[0].people).toMatchObject([{ volunteerId: ben }]);
    const rows = await env.DB.prepare("SELECT * FROM volunteers WHERE id = ?").bind(ana).all();
    expect(JSON.stringify(rows.results)).not.toMatch(/Anastasia|anastasia@|signed/);
    expect(JSON.stringify(rows.results)).not.toContain(phone);
  });
});
