// Helplines by API: a group with its number, who is in it, and callers it does not take.
import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { createIdentity } from "../../worker/identity.ts";
import { TEST_SECRETS } from "../fixtures/secrets.ts";
import { call, ok } from "./api-calls.ts";
import type { Answer } from "./api-calls.ts";
import { fakeCarrier } from "./carrier.ts";
import { freshPhone, newGroup, newHelpline, newVolunteer } from "./helpline-world.ts";

let viewer: string;

beforeAll(async () => {
  fakeCarrier();
  viewer = (await ok("POST /v1/tokens", { name: "dashboard", role: "viewer" })).token;
});

const seenBy = (token: string) => ({ token });
const deedsOn = async (id: string): Promise<string[]> =>
  (await ok(`GET /v1/audit?subjectId=${id}`)).data.map(({ action }: { action: string }) => action);
const sorted = (ids: readonly string[]): string[] => ids.toSorted();
const idsOf = ({ data }: Answer["body"]): string[] => data.map(({ id }: { id: string }) => id);

describe("a helpline", () => {
  test("is made with a number, and everything else as usual", async () => {
    const number = freshPhone();
    const made = await ok("POST /v1/helplines", { name: "Food bank", number });
    expect(made).toMatchObject({
      number,
      zone: "UTC",
      order: "fixed",
      ringSeconds: 20,
      otherwise: { kind: "voicemail" },
      voicemail: { secondsMax: 120, emails: [] },
      menu: null,
      archivedAt: null,
    });
    expect(await ok(`GET /v1/helplines/${made.id}`)).toEqual(made);
    expect(idsOf(await ok("GET /v1/helplines"))).toContain(made.id);
  });

  test("is changed field by field; null is the default again; each change is recorded", async () => {
    const { id } = await newHelpline();
    const changed = await ok(`PATCH /v1/helplines/${id}`, {
      zone: "Pacific/Auckland",
      ringSeconds: 15,
      otherwise: { kind: "number", number: "+442079460000" },
    });
    expect(changed).toMatchObject({ zone: "Pacific/Auckland", ringSeconds: 15, name: "Night line" });
    const reset = await ok(`PATCH /v1/helplines/${id}`, { ringSeconds: null, otherwise: null });
    expect(reset).toMatchObject({ ringSeconds: 20, otherwise: { kind: "voicemail" } });
    expect(await deedsOn(id)).toEqual(["helpline.change", "helpline.change", "helpline.create"]);
  });

  test("that is archived gives its number free, and is changed no more", async () => {
    const { id, number } = await newHelpline();
    expect((await call("POST /v1/helplines", { name: "Other", number })).body.error).toMatchObject({
      code: "conflict",
      message: /number already/,
    });
    await ok(`POST /v1/helplines/${id}/archive`);
    const again = await ok(`POST /v1/helplines/${id}/archive`);
    expect(again.archivedAt).not.toBeNull();
    expect(await deedsOn(id)).toEqual(["helpline.archive", "helpline.create"]);
    expect((await call(`PATCH /v1/helplines/${id}`, { name: "Again" })).status).toBe(409);
    expect((await call(`PUT /v1/helplines/${id}/shifts`, { shifts: [] })).status).toBe(409);
    expect(idsOf(await ok("GET /v1/helplines"))).not.toContain(id);
    expect(idsOf(await ok("GET /v1/helplines?archived=true"))).toContain(id);
    expect((await call("POST /v1/helplines", { name: "Other", number })).status).toBe(201);
  });

  test("takes another's number neither when made nor when changed", async () => {
    const [one, other] = [await newHelpline(), await newHelpline()];
    expect((await call(`PATCH /v1/helplines/${one.id}`, { number: other.number })).status).toBe(409);
    const moved = freshPhone();
    expect((await ok(`PATCH /v1/helplines/${one.id}`, { number: moved })).number).toBe(moved);
    expect((await call("POST /v1/helplines", { name: "Free", number: one.number })).status).toBe(201);
  });

  test("shows viewers no whole number and no whole e-mail address", async () => {
    const [phone, email] = ["+442079460111", "coordinator@example.org"];
    const { id } = await newHelpline({
      otherwise: { kind: "number", number: phone },
      coordinators: [email],
      voicemail: { emails: [email] },
      menu: {
        text: { en: "Press 1." },
        choices: { 1: { kind: "hunt" }, 2: { kind: "number", number: phone } },
      },
    });
    const seen = await ok(`GET /v1/helplines/${id}`, undefined, seenBy(viewer));
    expect(JSON.stringify(seen)).not.toContain(phone);
    expect(JSON.stringify(seen)).not.toContain(email);
    expect(seen).toMatchObject({
      otherwise: { number: "+4420******11" },
      coordinators: ["c***@example.org"],
    });
  });
});

const OWN = "+12025554999";
const badHelplines: readonly (readonly [why: string, config: object, says: RegExp])[] = [
  ["without a number", { number: undefined }, /^number is missing/],
  ["with a word for a number", { number: "call us" }, /^number is no valid E.164/],
  ["in no zone", { zone: "Mars/Olympus" }, /^zone is no time zone/],
  ["with a zone that knows no summer", { zone: "+01:00" }, /^zone is no time zone/],
  ["that rings for a second", { ringSeconds: 1 }, /^ringSeconds is too small/],
  ["that rings for minutes", { ringSeconds: 300 }, /^ringSeconds is too large/],
  ["with a field we do not have", { colour: "red" }, /no place for "colour"/],
  ["that calls itself", { otherwise: { kind: "number", number: OWN } }, /^otherwise.number .*in circles/],
  ["with an empty menu", { menu: { text: { en: "Press" }, choices: {} } }, /^menu.choices is empty/],
  [
    "with a menu that leads nowhere",
    {
      menu: {
        text: { en: "Press" },
        choices: { 1: { kind: "say", text: { en: "We are in Main Street." } } },
      },
    },
    /^menu.choices has no key that leads to anybody/,
  ],
  [
    "with a key that is none",
    { menu: { text: { en: "Press" }, choices: { 12: { kind: "hunt" } } } },
    /a key is a digit/,
  ],
  [
    "with a menu in another language than its own",
    { language: "es", menu: { text: { en: "Press" }, choices: { 1: { kind: "hunt" } } } },
    /^menu.text is not there in es/,
  ],
  [
    "with a key for a language that nothing is written in",
    {
      menu: {
        text: { en: "Press" },
        choices: { 1: { kind: "hunt" }, 2: { kind: "language", language: "tlh" } },
      },
    },
    /^menu.choices.2.language is one that nothing is written in/,
  ],
  [
    "that greets in another language",
    { prompts: { greeting: { de: "Hallo" } } },
    /^prompts.greeting is not there in en/,
  ],
  ["in no language", { language: "English" }, /^language .*tag such as en/],
  [
    "with the same holiday twice",
    {
      holidays: [
        { date: "2031-12-25", name: "A" },
        { date: "2031-12-25", name: "B" },
      ],
    },
    /^holidays\[1\]\.date is there already/,
  ],
  [
    "with a holiday that is no date",
    { holidays: [{ date: "2031-02-30", name: "A" }] },
    /^holidays\[0\]\.date/,
  ],
  ["that mails to no address", { coordinators: ["nobody"] }, /^coordinators\[0\] is no valid email/],
  ["with a recording of an hour", { voicemail: { secondsMax: 3600 } }, /^voicemail.secondsMax is too large/],
  ["that reminds at no time", { reminders: { at: "6pm" } }, /^reminders.at .*09:00/],
  [
    "that reminds by a line that is not there",
    { reminders: { lineId: "x" } },
    /^reminders.lineId is no line/,
  ],
];

describe("a helpline is refused", () => {
  test.each(badHelplines)("%s", async (_why, config, says) => {
    const { status, body } = await call("POST /v1/helplines", { name: "Bad", number: OWN, ...config });
    expect([status, body.error.code]).toEqual([422, "invalid"]);
    expect(body.error.message).toMatch(says);
  });

  test("that passes calls on to another helpline, which may pass them back", async () => {
    const { number } = await newHelpline();
    const { body } = await call("POST /v1/helplines", {
      name: "Bad",
      number: OWN,
      otherwise: { kind: "number", number },
    });
    expect(body.error.message).toMatch(/in circles/);
  });

  test("whose number rings a volunteer", async () => {
    const [{ id }, phone] = [await newHelpline(), freshPhone()];
    await ok("POST /v1/volunteers", { name: "Ana", phone });
    for (const refused of [
      await call("POST /v1/helplines", { name: "Bad", number: phone }),
      await call(`PATCH /v1/helplines/${id}`, { number: phone }),
    ]) {
      expect([refused.status, refused.body.error.code]).toEqual([422, "invalid"]);
      expect(refused.body.error.message).toMatch(/number.* is a volunteer's phone/);
    }
  });
});

describe("a caller who is blocked", () => {
  test("is blocked by a number in the body, shown masked, once, and taken again by id", async () => {
    const { id } = await newHelpline();
    const phone = freshPhone();
    const made = await ok(`POST /v1/helplines/${id}/blocks`, { number: phone, reason: "threats" });
    expect(made).toMatchObject({ reason: "threats", madeBy: "owner" });
    expect(made.addressId).toBe(
      await createIdentity(TEST_SECRETS.IDENTITY_KEY).idOf({ kind: "phone", value: phone }),
    );
    const again = await ok(`POST /v1/helplines/${id}/blocks`, { number: phone, reason: "again" });
    expect(again).toEqual(made);
    const list = await ok(`GET /v1/helplines/${id}/blocks`);
    expect(list.data).toEqual([made]);
    expect(JSON.stringify(list)).not.toContain(phone);
    await ok(`DELETE /v1/helplines/${id}/blocks/${made.addressId}`);
    expect((await ok(`GET /v1/helplines/${id}/blocks`)).data).toEqual([]);
    expect((await call(`DELETE /v1/helplines/${id}/blocks/${made.addressId}`)).status).toBe(404);
    expect(await deedsOn(id)).toEqual(["helpline.unblock", "helpline.block", "helpline.create"]);
    const audit = await env.DB.prepare("SELECT json_group_array(detail) AS all_of_it FROM audit").first();
    expect(JSON.stringify(audit)).not.toContain(phone);
  });

  test.each([
    [{ number: "nobody", reason: "x" }, /^number is no phone number/],
    [{ number: "+12025554321" }, /^reason is missing/],
  ])("%j is refused", async (body, says) => {
    const { id } = await newHelpline();
    const answer = await call(`POST /v1/helplines/${id}/blocks`, body);
    expect(answer.status).toBe(422);
    expect(answer.body.error.message).toMatch(says);
  });
});

describe("a group's members", () => {
  test("join and leave; who is out of use can do neither", async () => {
    const [group, other] = [await newGroup(), await newHelpline()];
    const dee = await newVolunteer("Dee", []);
    expect(dee.helplines).toEqual([]);
    const joined = await ok(`PUT /v1/helplines/${group.id}/volunteers/${dee.id}`);
    expect(joined.helplines).toEqual([group.id]);
    await ok(`PUT /v1/helplines/${group.id}/volunteers/${dee.id}`);
    await ok(`PUT /v1/helplines/${other.id}/volunteers/${dee.id}`);
    expect(sorted((await ok(`GET /v1/volunteers/${dee.id}`)).helplines)).toEqual(
      sorted([group.id, other.id]),
    );
    expect(sorted(idsOf(await ok(`GET /v1/volunteers?helpline=${group.id}`)))).toEqual(
      sorted([group.ana, group.ben, group.cai, dee.id]),
    );
    const left = await ok(`DELETE /v1/helplines/${group.id}/volunteers/${dee.id}`);
    expect(left.helplines).toEqual([other.id]);
    expect((await call(`DELETE /v1/helplines/${group.id}/volunteers/${dee.id}`)).status).toBe(404);
    expect(await deedsOn(dee.id)).toEqual([
      "volunteer.leave",
      "volunteer.join",
      "volunteer.join",
      "volunteer.create",
    ]);
    await ok(`DELETE /v1/volunteers/${dee.id}`);
    expect((await call(`PUT /v1/helplines/${group.id}/volunteers/${dee.id}`)).status).toBe(409);
    expect((await call(`PUT /v1/helplines/nothing/volunteers/${group.ana}`)).status).toBe(404);
  });
});
