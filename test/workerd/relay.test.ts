// Texts to a group's number, from the webhook to the telephone of whoever is on shift and back.
import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { lookAfterRelays } from "../../worker/actions/look-after-relays.ts";
import { forgetRelayed } from "../../worker/actions/forget-relayed.ts";
import { openServices } from "../../worker/services.ts";
import { ok } from "./api-calls.ts";
import { fakeCarrier } from "./carrier.ts";
import type { FakeCarrier } from "./carrier.ts";
import { freshPhone, newHelpline, newVolunteer } from "./helpline-world.ts";
import { ask, eventually, freshNumber, loopFlow, publish } from "./story.ts";

let carrier: FakeCarrier;
let serial = 0;

beforeAll(() => {
  carrier = fakeCarrier();
});

const DAYS = [1, 2, 3, 4, 5, 6, 7];
const TEXTED = { remindBy: ["sms"], proof: "signed up at the desk" };
const DAY_MS = 24 * 3_600_000;

/** A group with these on shift at all times, in this order, whose line takes a word and passes the rest on. */
async function makeGroup(...names: string[]) {
  serial += 1;
  const number = freshPhone();
  const { id } = await newHelpline({
    name: "Night line",
    number,
    texts: "volunteer",
    coordinators: ["office@example.org"],
  });
  await publish(`relay-${serial}`, loopFlow, "survey", { id: `relay-line-${serial}`, address: number });
  const people = await Promise.all(names.map((name) => newVolunteer(name, [id], TEXTED)));
  const shiftIds = await Promise.all(
    DAYS.map(async (weekday) => {
      const volunteers = people.map((one) => one.id);
      const shift = await ok(`POST /v1/helplines/${id}/shifts`, {
        weekday,
        from: "00:00",
        to: "00:00",
        volunteers,
      });
      return String(shift.id);
    }),
  );
  const phoneOf = (name: string): string => people[names.indexOf(name)]?.phone ?? name;
  const textsTo = (who: string) =>
    carrier.posted
      .filter(({ to, form }) => to === phoneOf(who) && form.get("From") === number)
      .map(({ body }) => body);
  return {
    id: String(id),
    textsTo,
    text: (who: string, words: string, sid?: string) =>
      ask(phoneOf(who), words, { to: number, ...(sid !== undefined && { sid }) }),
    hears: (who: string, count: number) =>
      eventually(() => Promise.resolve(textsTo(who).length >= count ? textsTo(who) : null)),
    put: (...on: string[]) =>
      Promise.all(
        shiftIds.map((shiftId) =>
          ok(`PATCH /v1/helplines/${id}/shifts/${shiftId}`, {
            volunteers: on.map((name) => people[names.indexOf(name)]?.id),
          }),
        ),
      ),
    /** Everybody on shift is asked about tomorrow. */
    remind: async () => {
      const { clock } = await openServices(env);
      const tomorrow = new Date(clock.now() + DAY_MS);
      const shiftId = shiftIds[(tomorrow.getUTCDay() + 6) % 7];
      await ok(`POST /v1/helplines/${id}/shifts/${shiftId}/remind`, {
        date: tomorrow.toISOString().slice(0, 10),
      });
    },
    openNotices: async () => {
      const { data } = await ok("GET /v1/notices?kind=unmatched");
      return data.filter(({ lineId }: { lineId: string }) => lineId === `relay-line-${serial}`).length;
    },
    mails: async () =>
      (
        await env.DB.prepare("SELECT subject FROM emails WHERE kind = 'unanswered-text' AND about_id = ?")
          .bind(id)
          .all()
      ).results.length,
  };
}

const passedOn = () =>
  env.DB.prepare(
    "SELECT count(*) AS n FROM messages WHERE direction = 'out' AND body LIKE '%my secret%'",
  ).first("n");

describe("a text that nothing else takes", () => {
  test("goes to the person on shift, and theirs comes back", async () => {
    const group = await makeGroup("Ana");
    const caller = freshNumber();
    expect(await group.text(caller, "I need help")).toEqual([]);
    const [passed] = await group.hears("Ana", 1);
    expect(passed).toMatch(/^\[B\] \+\d+\*+\d\d: I need help$/);
    await group.text("Ana", "I am here");
    expect(await group.hears(caller, 1)).toEqual(["I am here"]);
    await eventually(async () => (await group.openNotices()) === 0);
  });

  test("two callers are told apart; a word of the line is the line's", async () => {
    const group = await makeGroup("Ana");
    const [kim, lee] = [freshNumber(), freshNumber()];
    await group.text(kim, "one");
    await group.hears("Ana", 1);
    await group.text(lee, "two");
    await group.hears("Ana", 2);
    await group.text("Ana", "C for Lee");
    expect(await group.hears(lee, 1)).toEqual(["for Lee"]);
    await group.text("Ana", "B for Kim");
    expect(await group.hears(kim, 1)).toEqual(["for Kim"]);
    expect(await group.text(freshNumber(), "survey")).toEqual(["Tell me a word."]);
    expect(group.textsTo("Ana")).toHaveLength(2);
  });

  test("who said STOP is never texted: the next one on shift has it", async () => {
    const group = await makeGroup("Ana", "Ben");
    await group.text("Ana", "STOP");
    await group.text(freshNumber(), "hello");
    const [passed] = await group.hears("Ben", 1);
    expect(passed).toContain("> hello");
    expect(group.textsTo("Ana")).toEqual([]);
  });

  test("a caller's STOP is theirs, and the volunteer hears that nothing reaches them", async () => {
    const group = await makeGroup("Ana");
    const caller = freshNumber();
    await group.text(caller, "hello");
    await group.hears("Ana", 1);
    await group.text(caller, "STOP");
    await group.text("Ana", "are you there?");
    const [, told] = await group.hears("Ana", 2);
    expect(told).toContain("was not sent");
    expect(group.textsTo(caller)).toEqual([]);
  });

  test("the longest text arrives whole", async () => {
    const group = await makeGroup("Ana");
    const words = Array.from({ length: 200 }, (_, nth) => `word${1000 + nth}`)
      .join(" ")
      .slice(0, 1600);
    await group.text(freshNumber(), words);
    const pieces = await group.hears("Ana", 2);
    expect(pieces.every((piece) => piece.length <= 1600)).toBe(true);
    expect(pieces.join(" ").replace(/^.*?: /, "")).toBe(words);
  });

  test("with nobody on shift the caller and the office are told once, and the text stays in the inbox", async () => {
    const group = await makeGroup("Ana");
    await group.put();
    const caller = freshNumber();
    await group.text(caller, "one");
    expect((await group.hears(caller, 1))[0]).toContain("nobody is here");
    await group.text(caller, "two");
    await eventually(async () => (await group.openNotices()) === 2);
    expect(group.textsTo(caller)).toHaveLength(1);
    expect(await group.mails()).toBe(1);
  });

  test("of an erased caller nothing stays that was passed on", async () => {
    const group = await makeGroup("Ana");
    const caller = freshNumber();
    await group.text(caller, "my secret");
    await group.hears("Ana", 1);
    const services = await openServices(env);
    expect(await eventually(async () => (await passedOn()) === 1)).toBe(true);
    const addressId = await services.identity.idOf({ kind: "phone", value: caller });
    await forgetRelayed(services, addressId, services.clock.now());
    expect(await passedOn()).toBe(0);
    await group.text("Ana", "are you there?");
    expect((await group.hears("Ana", 2))[1]).toContain("no open conversation");
    expect(group.textsTo(caller)).toEqual([]);
  });

  test("when the shift changes the next person has the last lines", async () => {
    const group = await makeGroup("Ana", "Ben");
    const caller = freshNumber();
    await group.text(caller, "one");
    await group.hears("Ana", 1);
    await group.put("Ben");
    const services = await openServices(env);
    await Promise.all([lookAfterRelays(services), lookAfterRelays(services)]);
    await lookAfterRelays(services);
    const texts = await group.hears("Ben", 1);
    expect(texts).toEqual([expect.stringContaining("(handed over to you)\n> one")]);
    await group.text("Ben", "two");
    expect(await group.hears(caller, 1)).toEqual(["two"]);
    expect(group.textsTo("Ben")).toHaveLength(1);
  });
});

describe("from a volunteer who is asked about tomorrow's shift", () => {
  test("an answer is an answer, and anything else is the caller's", async () => {
    const group = await makeGroup("Ana");
    const caller = freshNumber();
    await group.text(caller, "hello");
    await group.hears("Ana", 1);
    await group.remind();
    await group.hears("Ana", 2);
    expect(await group.text("Ana", "I am here")).toEqual([]);
    expect(await group.text("Ana", "B yes")).toEqual([]);
    expect(await group.hears(caller, 2)).toEqual(["I am here", "yes"]);
    await group.text("Ana", "1");
    const [passed, question, noted] = await group.hears("Ana", 3);
    expect([passed, question, noted]).toEqual([
      expect.stringContaining(": hello"),
      expect.stringContaining("you are on shift"),
      expect.stringContaining("Thank you, noted"),
    ]);
    expect(group.textsTo(caller)).toHaveLength(2);
  });

  test("what is no answer and no caller's is the office's, and they are asked once more", async () => {
    const group = await makeGroup("Ana", "Ben");
    await group.remind();
    await group.hears("Ana", 1);
    expect(await group.text("Ana", "I am ill")).toEqual([]);
    const [, again] = await group.hears("Ana", 2);
    expect(again).toMatch(/you are on shift .*\n1\. I will be there\n2\. I cannot/);
    expect(await group.text("Ana", "sorry")).toEqual([]);
    await eventually(async () => (await group.openNotices()) === 2);
    await group.text("Ana", "2");
    expect((await group.hears("Ana", 3))[2]).toContain("we are asking the others");
    expect(group.textsTo("Ben").filter((text) => /am ill|sorry/.test(text))).toEqual([]);
  });

  test("a keyword is the line's and STOP is theirs: nobody else reads them", async () => {
    const group = await makeGroup("Ana", "Ben");
    await group.remind();
    await Promise.all([group.hears("Ana", 1), group.hears("Ben", 1)]);
    expect(await group.text("Ana", "survey")).toEqual(["Tell me a word."]);
    await group.text("Ben", "STOP");
    await group.put("Ana");
    await group.text(freshNumber(), "hello");
    expect((await group.hears("Ana", 2))[1]).toMatch(/^\[B\] .*: hello$/);
  });
});
