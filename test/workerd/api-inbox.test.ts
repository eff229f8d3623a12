// The inbox by API: somebody is handed over, seen, taken, answered and given back, and nothing of it goes unseen.
import { beforeAll, beforeEach, expect, test } from "vitest";
import { Flow } from "#core/conversation/flow";
import { call, ok } from "./api-calls.ts";
import type { Answer } from "./api-calls.ts";
import { fakeCarrier } from "./carrier.ts";
import type { FakeCarrier } from "./carrier.ts";
import { ask, eventually, freshNumber, publish } from "./story.ts";

const LINE_ID = "line-inbox";
const helpFlow = Flow.parse({
  schema: 1,
  languages: ["en"],
  nodes: [
    { kind: "ask", id: "what", text: { en: "What is it about?" }, answer: { kind: "text" }, next: "person" },
    { kind: "hand-off", id: "person", text: { en: "Somebody will read this." }, note: "Wants a person" },
  ],
});

let carrier: FakeCarrier;
beforeAll(async () => {
  await publish("help-inbox", helpFlow, "desk", { id: LINE_ID, address: "+15005550190" });
});
beforeEach(() => {
  carrier = fakeCarrier();
});

const text = (number: string, words: string) => ask(number, words, { to: "+15005550190" });

/** The one of this number, once it is there and as wanted. */
function waiting(number: string, is: (row: Answer["body"]) => boolean = () => true): Promise<Answer["body"]> {
  return eventually(async () => {
    const { data } = await ok("GET /v1/inbox?limit=200");
    return data.find(
      (row: Answer["body"]) => row.contact.address === number && row.lineId === LINE_ID && is(row),
    );
  });
}

const placeOf = ({ contact, lineId }: Answer["body"]) => `/v1/inbox/${contact.addressId}/${lineId}`;

test("a person who was handed over waits, is taken, answered, and given back", async () => {
  const person = freshNumber();
  await text(person, "desk");
  await text(person, "The boiler is cold");
  const row = await waiting(person);
  expect(row).toMatchObject({
    words: "The boiler is cold",
    kinds: expect.arrayContaining(["hand-off"]),
    assignee: null,
  });
  expect(row.waitingSince).toEqual(expect.any(String));
  const place = placeOf(row);
  expect(await ok(`GET ${place}`)).toMatchObject({ live: { phase: "with-person" }, isOptedOut: false });

  await ok(`PUT ${place}/assignee`, { assignee: "me" });
  expect(await waiting(person, ({ assignee }) => assignee !== null)).toMatchObject({
    assignee: { id: "owner", isMe: true },
  });
  expect((await ok("GET /v1/inbox?assignee=nobody&limit=200")).data.map(addressOf)).not.toContain(person);
  expect((await ok("GET /v1/inbox?assignee=me&limit=200")).data.map(addressOf)).toContain(person);

  await ok(`POST ${place}/reply`, { text: "Somebody comes at four." });
  await eventually(async () => carrier.posted.find(({ to }) => to === person));
  // Answered: still theirs, but nobody waits.
  expect(await waiting(person, ({ waitingSince }) => waitingSince === null)).toMatchObject({ kinds: [] });

  await text(person, "Thank you!");
  expect(await waiting(person, ({ waitingSince }) => waitingSince !== null)).toMatchObject({
    words: "Thank you!",
    kinds: ["to-staff"],
  });
  await ok(`POST ${place}/close`);
  await eventually(async () => !(await ok("GET /v1/inbox?limit=200")).data.map(addressOf).includes(person));

  const timeline = await eventually(async () => {
    const { data } = await ok(`GET /v1/contacts/${row.contact.contactId}/timeline`);
    return data.some(({ action }: Answer["body"]) => action === "conversation.close") && data;
  });
  expect(timeline.filter(({ kind }: Answer["body"]) => kind === "deed")).toMatchObject([
    { action: "conversation.close", by: "owner" },
    { action: "conversation.assign", by: "owner", assignee: "owner" },
  ]);
  expect(timeline.find(({ text }: Answer["body"]) => text === "Somebody comes at four.")).toMatchObject({
    kind: "message",
    messageKind: "staff",
    by: "owner",
    media: [],
  });
});

test("who waits longest comes first, and pages neither skip nor repeat", async () => {
  const people = [freshNumber(), freshNumber(), freshNumber()];
  for (const person of people) {
    await text(person, "nobody knows this word");
    await waiting(person);
  }
  const seen: string[] = [];
  for (let next: string | null = ""; next !== null;) {
    const page: Answer["body"] = await ok(`GET /v1/inbox?limit=1${next === "" ? "" : `&cursor=${next}`}`);
    seen.push(...page.data.map(addressOf));
    next = page.next;
  }
  expect(seen.filter((number) => people.includes(number))).toEqual(people);
  expect(new Set(seen).size).toBe(seen.length);
});

test("an answer after STOP is refused in words, and an address that is nobody's is not found", async () => {
  const person = freshNumber();
  await text(person, "nobody knows this word");
  const place = placeOf(await waiting(person));
  await text(person, "STOP");
  const refused = await call(`POST ${place}/reply`, { text: "Hello?" });
  expect([refused.status, refused.body.error.message]).toEqual([
    409,
    "This person has asked to hear nothing from us.",
  ]);
  expect((await call(`GET /v1/inbox/nobody/${LINE_ID}`)).status).toBe(404);
  expect((await call(`PUT /v1/inbox/nobody/${LINE_ID}/assignee`, { assignee: "me" })).status).toBe(404);
});

test("an answer leaves open whether a text was meant as STOP; closing does not", async () => {
  const person = freshNumber();
  await text(person, "desk");
  await text(person, "please stop the bill you keep sending me");
  const row = await waiting(person, ({ kinds }) => kinds.includes("doubtful"));
  const place = placeOf(row);
  await ok(`POST ${place}/reply`, { text: "Which bill is it?" });
  expect(await ok(`GET ${place}`)).toMatchObject({ kinds: ["doubtful"], waitingSince: null });
  await ok(`POST ${place}/close`);
  expect(await ok(`GET ${place}`)).toMatchObject({ kinds: [], waitingSince: null });
});

function addressOf({ contact }: Answer["body"]): string {
  return contact.address;
}
