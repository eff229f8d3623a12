// Consent we are told of: kept with its proof, lifted, and never stronger than what a person said themselves.
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { call, ok } from "./api-calls.ts";
import type { Answer } from "./api-calls.ts";
import { fakeCarrier } from "./carrier.ts";
import { ask, contactOf, eventually, freshNumber, loopFlow, publish } from "./story.ts";

beforeAll(async () => {
  await publish("loop", loopFlow, "", { id: "line-told" });
});
beforeEach(() => {
  fakeCarrier();
});

const add = (number = freshNumber()): Promise<Answer["body"]> => ok("POST /v1/contacts", { number });
const read = (id: string): Promise<Answer["body"]> => ok(`GET /v1/contacts/${id}`);

async function begin(number: string) {
  const answer = await call("POST /v1/flows/loop/start", { lineId: "line-told", to: number });
  return answer.status < 300 ? { kind: "started" } : { kind: "refused", why: answer.body.error.details?.why };
}

describe("what we are told about consent", () => {
  test("a grant, a suppression and its lift are history with proof, and each says where they stand", async () => {
    const number = freshNumber();
    const { id } = await add(number);
    const tell = async (body: object) =>
      (await ok(`POST /v1/contacts/${id}/permissions`, body)).addresses[0].standings.sms;
    const at = "2026-01-02T03:04:05.000Z";
    expect(await tell({ kind: "grant", source: "paper form", proof: "signed, page 3", at })).toBe("granted");
    expect(await tell({ kind: "suppression", channel: "sms", proof: "rang and asked" })).toBe("suppressed");
    const contact = await contactOf(number);
    expect(await begin(number)).toMatchObject({ kind: "refused", why: "opted-out" });
    expect(await tell({ kind: "lift-suppression", proof: "a wrong number after all" })).toBe("granted");
    expect(await begin(number)).toMatchObject({ kind: "started" });
    expect(await tell({ kind: "lift-grant", proof: "form withdrawn" })).toBe("unknown");
    const history = await ok(`GET /v1/contacts/${id}/consents`);
    const brief = history.data.map(({ kind, channel, source, words, actor }: Record<string, string>) =>
      [kind, channel, source, words, actor].join(" | "),
    );
    expect(brief).toEqual([
      "lift-grant | * | api | form withdrawn | owner",
      "lift-suppression | * | api | a wrong number after all | owner",
      "suppression | sms | api | rang and asked | owner",
      "grant | * | paper form | signed, page 3 | owner",
    ]);
    expect(history.data[3].at).toBe(at);
    expect(contact.name).toBe(history.data[0].addressId);
  });

  test("nothing we are told takes back what a person said themselves", async () => {
    const number = freshNumber();
    const { id } = await add(number);
    await ask(number, "STOP");
    await eventually(async () => (await read(id)).addresses[0].standings.sms === "opted-out");
    const granted = await ok(`POST /v1/contacts/${id}/permissions`, {
      kind: "grant",
      proof: "she said it is fine",
    });
    expect(granted.addresses[0].standings).toEqual({ sms: "opted-out", whatsapp: "opted-out" });
    const lifted = await call(`POST /v1/contacts/${id}/permissions`, {
      kind: "lift-suppression",
      proof: "please",
    });
    expect(lifted.body.error).toMatchObject({ code: "conflict", message: expect.stringContaining("START") });
  });

  test.each<[string, object, string]>([
    ["no proof", { kind: "grant" }, "proof is missing"],
    ["a proof of nothing", { kind: "grant", proof: "  " }, "proof is empty"],
    ["a kind we do not know", { kind: "opt-in", proof: "x" }, "kind should be"],
    ["a channel we do not know", { kind: "grant", channel: "fax", proof: "x" }, "channel should be"],
    [
      "the person's own voice",
      { kind: "grant", source: "person", proof: "x" },
      "are for what we heard ourselves",
    ],
    ["a day to come", { kind: "grant", at: "2199-01-01T00:00:00Z", proof: "x" }, "at is in the future"],
    [
      "a lift of another day",
      { kind: "lift-grant", at: "2020-01-01T00:00:00Z", proof: "x" },
      "at is for grants",
    ],
    ["no day at all", { kind: "grant", at: "yesterday", proof: "x" }, "at "],
    [
      "somebody else's address",
      { kind: "grant", addressId: "other", proof: "x" },
      "none of this contact's addresses",
    ],
    ["something unheard of", { kind: "grant", proof: "x", sure: true }, "has no place for"],
    ["a lift of nothing", { kind: "lift-grant", proof: "x" }, "no grant of ours"],
  ])("is refused with %s", async (_story, body, message) => {
    const { id } = await add();
    const answer = await call(`POST /v1/contacts/${id}/permissions`, body);
    expect(answer.status === 422 || answer.status === 409).toBe(true);
    expect(answer.body.error.message).toContain(message);
  });
});
