// The language tests speak to a handset in.
import { expect, test } from "vitest";
import { say } from "./testing/product.ts";
import { LINES, setUp } from "./testing/setup.ts";

const LINE = LINES.longCode.address;

test("expect claims a message once, whichever order they come in", async () => {
  const { carrier, product } = setUp();
  product.answer = () => say("first", "second");
  const sam = carrier.handset("+12065550123");
  await sam.text(LINE, "hi");
  expect((await sam.expect(/second/)).body).toBe("second");
  expect(sam.unclaimed().map(({ body }) => body)).toEqual(["first"]);
  await sam.expect("first");
  await expect(sam.expect("first", { withinMs: 1 })).rejects.toThrow("(nothing)");
});

test("expect waits for what the product sends later", async () => {
  const { carrier, rest } = setUp();
  const sam = carrier.handset("+12065550123");
  const waiting = sam.expect(/reminder/i);
  await rest.send({ To: sam.number, From: LINE, Body: "A Reminder" });
  expect(await waiting).toMatchObject({ body: "A Reminder", by: "product", from: LINE, at: carrier.now() });
});

test("a message that does not come is reported with what came instead and what the carrier disliked", async () => {
  const { carrier, product } = setUp();
  const sam = carrier.handset("+12065550123", { name: "Sam" });
  product.answer = () => "<Response><Say>hi</Say></Response>";
  await sam.text(LINE, "STOP");
  await expect(sam.expect("Goodbye", { withinMs: 1 })).rejects.toThrow(
    /Sam \(\+12065550123\) expected Goodbye[^]*< You have successfully been unsubscribed[^]*! 12200 <Say>/,
  );
});

test("a line the carrier does not have is a mistake in the test", async () => {
  const { carrier } = setUp();
  await expect(carrier.handset("+12065550123").text("+19995550100", "hi")).rejects.toThrow(
    "no line +19995550100",
  );
});

test("two lines, one person: each inbox of its own", async () => {
  const { carrier, product } = setUp();
  product.answer = ({ form }) => say(`to ${form["To"]}`);
  const sam = carrier.handset("+12065550123");
  await Promise.all([
    sam.text(LINE, "a"),
    sam.text(LINES.tollFree.address, "b"),
    sam.whatsapp(LINES.whatsapp.address, "c"),
  ]);
  expect(sam.inbox()).toHaveLength(3);
  expect(sam.inbox(LINES.tollFree.address).map(({ body }) => body)).toEqual([`to ${LINES.tollFree.address}`]);
  expect(carrier.handset("+12065550123")).toBe(sam);
});

test("200 people at once, and the log accounts for every message", async () => {
  const { carrier, product } = setUp();
  product.answer = ({ form }) => say(`hello ${form["From"]}`);
  const people = Array.from({ length: 200 }, (_, index) =>
    carrier.handset(`+1206555${String(index).padStart(4, "0")}`),
  );
  await Promise.all(people.map((person) => person.text(LINE, "hi")));
  await carrier.settled();
  for (const person of people)
    expect(person.inbox().map(({ body }) => body)).toEqual([`hello ${person.number}`]);
  const count = (kind: string) => carrier.log.entries.filter((entry) => entry.kind === kind).length;
  expect([count("texted"), count("webhook"), count("accepted"), count("arrived"), count("callback")]).toEqual(
    [200, 200, 200, 200, 400],
  );
});

async function tellStory(): Promise<unknown> {
  const { carrier, product } = setUp();
  product.answer = () => say("hello");
  await carrier.handset("+12065550123").text(LINE, "hi");
  await carrier.settled();
  return carrier.log.entries;
}

test("the same seed tells the same story", async () => {
  expect(await tellStory()).toEqual(await tellStory());
});
