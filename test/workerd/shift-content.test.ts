// Volunteers who are asked by WhatsApp: in words of ours where they wrote lately, else in those that WhatsApp approved, else not there.
import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { call, ok } from "./api-calls.ts";
import { fakeCarrier } from "./carrier.ts";
import type { FakeCarrier } from "./carrier.ts";
import { newHelpline } from "./helpline-world.ts";
import { makeEvening, texted } from "./shift-world.ts";
import { ask, eventually, loopFlow, publish } from "./story.ts";

let carrier: FakeCarrier;

beforeAll(() => {
  carrier = fakeCarrier();
});

const BY_WHATSAPP = { remindBy: ["whatsapp"], proof: "signed up at the desk", email: "ana@example.org" };
const REMINDER_SID = `HX${"1".repeat(32)}`;
const OFFER_SID = `HX${"2".repeat(32)}`;
const CONTENTS = {
  reminder: {
    en: {
      contentSid: REMINDER_SID,
      variables: { "1": "{{ name }}", "2": "{{ group }}", "3": "{{ shift }}" },
      body: "Hello {{1}}, {{2}} counts on you {{3}}. Will you be there?",
    },
  },
  offer: { en: { contentSid: OFFER_SID, variables: { "1": "{{ shift }}" } } },
};

async function makeWhatsAppEvening(
  people: readonly string[],
  onShift: readonly string[],
  contents: object | null = CONTENTS,
) {
  const reminders = { at: "18:00", ...(contents !== null && { contents }) };
  const group = await makeEvening(
    carrier,
    people.map((name) => [name, BY_WHATSAPP]),
    onShift,
    { reminders },
  );
  await publish(`wa-${group.keyword}`, loopFlow, `wa-${group.keyword}`, {
    id: `wa-${group.keyword}`,
    address: group.number,
    config: { channel: "whatsapp", sender: "whatsapp" },
  });
  const posted = (name: string) => carrier.posted.filter(({ to }) => to === `whatsapp:${group.phone(name)}`);
  return {
    ...group,
    posted,
    /** What they wrote is in D1. */
    isKnown: (name: string) =>
      eventually(() =>
        env.DB.prepare(
          "SELECT 1 FROM messages m JOIN addresses a ON a.id = m.address_id WHERE a.value = ? AND m.direction = 'in'",
        )
          .bind(group.phone(name))
          .first(),
      ),
    write: (name: string, words: string, form: Record<string, string> = {}) =>
      ask(`whatsapp:${group.phone(name)}`, words, { to: `whatsapp:${group.number}`, form }),
    hears: (name: string, count: number) => texted(() => posted(name).map(({ body }) => body), count),
  };
}

describe("a volunteer who has not written on WhatsApp for a day", () => {
  test.each<[string, string, Record<string, string>, "confirmed" | "returned"]>([
    ["a number", "1", {}, "confirmed"],
    ["a word", "no", {}, "returned"],
    ["a button's words", "Yes", { ButtonText: "Yes", ButtonPayload: "accept" }, "confirmed"],
    ["what stands behind a button", "Ask the others", { ButtonPayload: "2" }, "returned"],
  ])("is asked in approved words, and answers by %s", async (_by, words, form, state) => {
    const group = await makeWhatsAppEvening(["Ana"], ["Ana"]);
    await group.nightfall();
    await group.hears("Ana", 1);
    const [asked] = group.posted("Ana");
    expect(asked?.form.get("ContentSid")).toBe(REMINDER_SID);
    const variables = JSON.parse(asked?.form.get("ContentVariables") ?? "{}") as Record<string, string>;
    expect(variables).toMatchObject({ "1": "Ana", "2": expect.stringMatching(/^Group \d+$/) });
    expect(variables["3"]).toContain("14:00-16:00");
    expect(asked?.form.has("Body")).toBe(false);
    await group.write("Ana", words, form);
    await eventually(async () => (await group.askings())[0]?.state === state);
    expect((await group.hears("Ana", 2)).at(-1)).toMatch(/Thank you/);
  });

  test("is offered a shift in approved words, and takes it", async () => {
    const group = await makeWhatsAppEvening(["Ana"], []);
    await group.nightfall();
    await group.hears("Ana", 1);
    expect(group.posted("Ana")[0]?.form.get("ContentSid")).toBe(OFFER_SID);
    await group.write("Ana", "yes");
    await eventually(async () => (await group.on()).includes("Ana"));
  });

  test("has an e-mail where nothing is approved, even who wrote by SMS", async () => {
    const group = await makeWhatsAppEvening(["Ana"], ["Ana"], null);
    await group.jumpTo(group.evening.at - 60_000);
    await group.text("Ana", "hello");
    await group.isKnown("Ana");
    await group.nightfall();
    const [asking] = await eventually(async () => {
      const found = await group.askings();
      return found[0]?.state === "asked" ? found : null;
    });
    expect(asking?.ways).toMatchObject([
      { way: "email", state: "sent" },
      { way: "whatsapp", state: "not-reached", reason: "window" },
    ]);
    expect(group.posted("Ana")).toEqual([]);
  });
});

test("who wrote within the day is asked in our own words", async () => {
  const group = await makeWhatsAppEvening(["Ana"], ["Ana"]);
  await group.jumpTo(group.evening.at - 60_000);
  await group.write("Ana", "hello");
  await group.isKnown("Ana");
  await group.nightfall();
  const [text] = await group.hears("Ana", 1);
  expect(text).toContain("you are on shift");
  expect(text).toContain("1. I will be there");
});

const codes = async (id: string) =>
  (await ok(`GET /v1/helplines/${id}/check`)).findings.map(
    ({ code, path }: { code: string; path: string }) => `${code} ${path}`,
  );

describe("the check of a helpline", () => {
  test("says what WhatsApp lacks, and nothing of ways that nobody chose", async () => {
    const group = await makeWhatsAppEvening(["Ana"], [], { offer: CONTENTS.offer });
    expect(await codes(group.id)).toEqual([
      "no-content reminders.contents.reminder",
      "content-unchecked reminders.contents.offer",
    ]);
    expect(await codes((await newHelpline()).id)).toEqual([]);
  });

  test("content that prints what nobody could fill in is refused", async () => {
    const contents = { offer: { en: { contentSid: OFFER_SID, variables: { "1": "{{ first_name }}" } } } };
    const { status, body } = await call("POST /v1/helplines", {
      name: "x",
      number: "+12025550000",
      reminders: { contents },
    });
    expect([status, JSON.stringify(body)]).toEqual([
      422,
      expect.stringContaining("prints first_name: there are group, shift, name"),
    ]);
  });
});
