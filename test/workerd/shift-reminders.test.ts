// An evening: tomorrow's volunteers are reminded once, by their own choice; what they answer becomes true; the first yes has an open shift.
import { env, exports } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { answerAsking } from "../../worker/actions/answer-asking.ts";
import { linkToAsking } from "../../worker/asking-link.ts";
import { openServices } from "../../worker/services.ts";
import type { Services } from "../../worker/services.ts";
import { ok } from "./api-calls.ts";
import { fakeCarrier } from "./carrier.ts";
import type { FakeCarrier } from "./carrier.ts";
import { makeEvening, texted, TEXTED } from "./shift-world.ts";
import { eventually } from "./story.ts";

let carrier: FakeCarrier;

beforeAll(() => {
  carrier = fakeCarrier();
});

// A promise and what fulfils it.
function makeGate(): { readonly isOpen: Promise<void>; readonly open: () => void } {
  const waiting: (() => void)[] = [];
  const isOpen = new Promise<void>((resolve) => {
    waiting.push(resolve);
  });
  return { isOpen, open: () => waiting[0]?.() };
}

describe("in the evening", () => {
  test("tomorrow's volunteer is reminded by text, answers 1, and is not reminded again", async () => {
    const group = await makeEvening(carrier, [["Ana", TEXTED]], ["Ana"]);
    await group.nightfall();
    const [text] = await texted(() => group.textsTo("Ana"), 1);
    expect(text).toContain("you are on shift");
    expect(text).toContain("14:00-16:00");
    await Promise.all([group.tick(), group.tick()]);
    await group.text("Ana", "1");
    await texted(() => group.textsTo("Ana"), 2);
    expect(group.textsTo("Ana")).toEqual([text, expect.stringContaining("Thank you, noted")]);
    expect(await group.askings()).toMatchObject([
      { name: "Ana", kind: "reminder", state: "confirmed", ways: [{ way: "sms", state: "sent" }] },
    ]);
    const contactId = await env.DB.prepare("SELECT contact_id FROM addresses WHERE value = ?")
      .bind(group.phone("Ana"))
      .first("contact_id");
    expect(await ok(`GET /v1/contacts/${String(contactId)}/everything`)).toMatchObject({
      shiftQuestions: [{ kind: "reminder", answer: "confirmed" }],
      shiftQuestionWays: [{ way: "sms", state: "sent" }],
    });
  });

  test("a shift that is given back is offered, and the first yes has it", async () => {
    const group = await makeEvening(
      carrier,
      [
        ["Ana", TEXTED],
        ["Ben", TEXTED],
        ["Cai", TEXTED],
      ],
      ["Ana"],
    );
    await group.nightfall();
    await texted(() => group.textsTo("Ana"), 1);
    await group.text("Ana", "2");
    const [[toBen], [toCai]] = await Promise.all([
      texted(() => group.textsTo("Ben"), 1),
      texted(() => group.textsTo("Cai"), 1),
    ]);
    expect([toBen, toCai]).toEqual([expect.stringContaining("Can you take it?"), toBen]);
    expect(await group.on()).toEqual([]);
    await Promise.all([group.text("Ben", "1"), group.text("Cai", "yes")]);
    const [[, ben], [, cai]] = await Promise.all([
      texted(() => group.textsTo("Ben"), 2),
      texted(() => group.textsTo("Cai"), 2),
    ]);
    const [winner] = await group.on();
    expect(await group.on()).toHaveLength(1);
    const [won, lost] = winner === "Ben" ? [ben, cai] : [cai, ben];
    expect(won).toContain("It is yours");
    expect(lost).toContain("Somebody else has taken");
    expect(group.textsTo("Ana").at(-1)).toContain("we are asking the others");
    const states = (await group.askings()).map(({ kind, state }) => `${kind} ${state}`).toSorted();
    expect(states).toEqual(["offer gone", "offer taken", "reminder returned"]);
    await group.jumpTo(group.evening.at + 3 * 3_600_000);
    await group.tick();
    expect(await group.mails("gap")).toEqual([]);
  });

  test("who said STOP is not texted, and the coordinator sees it; nobody taking it is one e-mail", async () => {
    const group = await makeEvening(
      carrier,
      [
        ["Ana", TEXTED],
        ["Ben", { email: "ben@example.org" }],
      ],
      [],
    );
    await group.text("Ana", "STOP");
    await group.nightfall();
    const states = await eventually(async () => {
      const found = await group.askings();
      return found.every(({ state }) => state !== "waiting") && found.length === 2 ? found : null;
    });
    expect(states.toSorted((a, b) => (a.name < b.name ? -1 : 1))).toMatchObject([
      { name: "Ana", kind: "offer", state: "not-reached", ways: [{ way: "sms", reason: "opted-out" }] },
      { name: "Ben", kind: "offer", state: "asked", ways: [{ way: "email" }] },
    ]);
    expect(group.textsTo("Ana")).toEqual([]);
    await group.tick();
    const mails = await group.mails("gap");
    expect(mails).toMatchObject([{ recipient: "office@example.org" }]);
    expect(mails[0]?.subject).toContain("14:00-16:00");
    expect(await group.mails("offer")).toMatchObject([{ recipient: "ben@example.org" }]);
  });

  test("who can be texted in none of their ways has an e-mail instead", async () => {
    const group = await makeEvening(carrier, [["Ana", { ...TEXTED, email: "ana@example.org" }]], ["Ana"]);
    await group.text("Ana", "STOP");
    await group.nightfall();
    const [asking] = await eventually(async () => {
      const found = await group.askings();
      return found[0]?.state === "asked" ? found : null;
    });
    expect(asking?.ways).toMatchObject([
      { way: "email", state: "sent" },
      { way: "sms", state: "not-reached", reason: "opted-out" },
    ]);
    expect(await group.mails("reminder")).toMatchObject([{ recipient: "ana@example.org" }]);
  });

  test("a day without anybody looking is made up for, and what has begun by then was missed", async () => {
    const group = await makeEvening(carrier, [["Ana", TEXTED]], ["Ana"]);
    await group.jumpTo(group.evening.at + 24 * 3_600_000);
    await group.tick();
    expect(await group.askings()).toEqual([]);
    const from = new Date(group.evening.at).toISOString();
    const { data } = await ok(`GET /v1/helplines/${group.id}/askings?from=${from}`);
    expect(data).toMatchObject([{ name: "Ana", state: "missed" }]);
    expect(group.textsTo("Ana")).toEqual([]);
  });
});

test("the buttons of an e-mail: opening the page changes nothing, pressing does", async () => {
  const group = await makeEvening(carrier, [["Ana", { email: "ana@example.org" }]], ["Ana"]);
  await group.nightfall();
  const [asking] = await eventually(async () => {
    const found = await group.askings();
    return found[0]?.state === "asked" ? found : null;
  });
  const link = await linkToAsking(await openServices(env), asking?.id ?? "");
  expect((await group.mails("reminder"))[0]?.body).toContain(link);
  const page = await exports.default.fetch(new Request(`${link}?answer=no`));
  expect(await page.text()).toContain("I cannot: ask the others");
  expect(await group.on()).toEqual(["Ana"]);
  const answer = (value: string, url = link) =>
    exports.default.fetch(new Request(url, { method: "POST", body: new URLSearchParams({ answer: value }) }));
  expect((await answer("no", `${link.slice(0, -1)}x`)).status).toBe(404);
  expect(await (await answer("no")).text()).toContain("Thank you for telling us");
  expect(await group.on()).toEqual([]);
  expect(await (await answer("no")).text()).toContain("Thank you for telling us");
});

test("who is in a conversation on the line gets a link instead of a question", async () => {
  const group = await makeEvening(carrier, [["Ana", TEXTED]], ["Ana"]);
  await group.text("Ana", group.keyword);
  await group.nightfall();
  const [text] = await texted(() => group.textsTo("Ana"), 1);
  expect(text).toContain("To answer: http");
});

test("links to several shifts say each which it is for", async () => {
  const group = await makeEvening(carrier, [["Ana", TEXTED]], ["Ana"]);
  await group.addShift("20:00", "22:00");
  await group.text("Ana", group.keyword);
  await group.nightfall();
  const [text = ""] = await texted(() => group.textsTo("Ana"), 1);
  const [asks = "", ...links] = text.split("\n");
  expect(asks).toMatch(/you are on shift .* 14:00-16:00; .* 20:00-22:00\.$/);
  expect(links.map((line) => line.replace(/http\S+$/, "<link>"))).toEqual([
    expect.stringMatching(/ 14:00-16:00: <link>$/),
    expect.stringMatching(/ 20:00-22:00: <link>$/),
  ]);
  expect(new Set(links).size).toBe(2);
});

test("staff remind of a shift now, and the evening does not do so again", async () => {
  const group = await makeEvening(carrier, [["Ana", TEXTED]], ["Ana"]);
  const remind = () =>
    ok(`POST /v1/helplines/${group.id}/shifts/${group.shiftId}/remind`, { date: group.evening.date });
  expect(await remind()).toEqual({ reminded: 1 });
  expect(await remind()).toEqual({ reminded: 0 });
  await texted(() => group.textsTo("Ana"), 1);
  await group.nightfall();
  expect(group.textsTo("Ana")).toHaveLength(1);
  expect(await group.askings()).toHaveLength(1);
});

test("of two who say yes at the same moment one has it, whoever's word is older", async () => {
  const group = await makeEvening(
    carrier,
    [
      ["Ana", TEXTED],
      ["Ben", TEXTED],
    ],
    [],
  );
  await group.nightfall();
  const offers = await eventually(async () => {
    const found = await group.askings();
    return found.length === 2 ? found : null;
  });
  const services = await openServices(env);
  const [first, second] = offers.map(({ id }) => id);
  const at = services.clock.now();
  // The second has seen an open place, and is then so slow that the first takes it.
  const [seen, taken] = [makeGate(), makeGate()];
  const d1 = {
    prepare: (query: string) => env.DB.prepare(query),
    batch: async (statements: D1PreparedStatement[]) => {
      seen.open();
      await taken.isOpen;
      return env.DB.batch(statements);
    },
  } as unknown as Services["d1"];
  const slow = answerAsking({ ...services, d1 }, second ?? "", "yes", at - 1);
  await seen.isOpen;
  expect((await answerAsking(services, first ?? "", "yes", at))?.outcome).toBe("taken");
  taken.open();
  expect((await slow)?.outcome).toBe("gone");
  expect(await group.on()).toHaveLength(1);
});
