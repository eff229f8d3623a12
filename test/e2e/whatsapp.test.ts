// WhatsApp: buttons to tap, pictures and places, people without a number, and Twilio's sandbox.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { TEST_SECRETS } from "../fixtures/secrets.ts";
import { eventually } from "../system/eventually.ts";
import { startSystem, type TestSystem } from "./harness.ts";
import { type Line, organise, type Organiser } from "./organiser.ts";
import { reachPicture, TAPPED_WITHIN_MS, VISIT } from "./whatsapp/visit.ts";

let system: TestSystem;
let organiser: Organiser;
let line: Line;

beforeAll(async () => {
  system = await startSystem();
  organiser = organise(system);
  line = await organiser.addLine({
    name: "WhatsApp",
    channel: "whatsapp",
    sender: "whatsapp",
    address: "+442079460100",
  });
  await organiser.publish("visit", VISIT);
  await organiser.startWith(line, "visit", "tree");
});

afterAll(() => system.stop());

describe("questions with buttons", () => {
  test("are content that is made when the flow is published; what fits no list is none", async () => {
    const Contents = z.object({
      contents: z.array(
        z.object({
          language: z.string(),
          variables: z.record(z.string(), z.string()),
          types: z.record(z.string(), z.unknown()),
        }),
      ),
    });
    const { TWILIO_ACCOUNT_SID: user, TWILIO_AUTH_TOKEN: token } = TEST_SECRETS;
    const authorization = `Basic ${btoa(`${user}:${token}`)}`;
    const answer = await system.carrier.fetch(
      new Request("https://carrier.test/v1/Content", { headers: { authorization } }),
    );
    const { contents } = Contents.parse(await answer.json());
    const made = contents.map(({ variables, types, language }) => [
      language,
      variables["1"],
      ...Object.keys(types),
    ]);
    expect(new Set(made)).toEqual(
      new Set([
        ["en", "Hello {{ name | default: 'there' }}! How was it?", "twilio/quick-reply"],
        ["en", "When did you come?", "twilio/list-picker"],
        ["en", "Will you come again?", "twilio/quick-reply"],
      ]),
    );
  });

  test("are tapped, picked from a list, numbered where there are too many, and none keeps anybody waiting", async () => {
    const maya = system.handset("+447700900401", { name: "Maya Lewis" });
    await maya.text(line.address, "TREE");
    const hello = await maya.expect("Hello Maya Lewis! How was it?", { withinMs: TAPPED_WITHIN_MS });
    expect(hello.options.map(({ kind, title, id }) => [kind, title, id])).toEqual([
      ["button", "Good", "how:good"],
      ["button", "Fair", "how:fair"],
      ["button", "Bad", "how:bad"],
    ]);
    await maya.tap("Good");
    const season = await maya.expect("When did you come?", { withinMs: TAPPED_WITHIN_MS });
    expect(season.options.map(({ kind, title }) => [kind, title])).toEqual(
      ["Spring", "Summer", "Autumn", "Winter"].map((title) => ["row", title]),
    );
    await maya.tap("Autumn");
    const tree = await maya.expect("Which tree did you like best?\n1. Alder\n2. Birch\n3. Cedar");
    expect(tree.options).toEqual([]);
    expect(tree.body).toMatch(/\n11\. Rowan$/);
    await maya.text(line.address, "11");
    await maya.expect("Will you come again?", { withinMs: TAPPED_WITHIN_MS });
    await maya.tap("Yes");
    await maya.expect("Send us a picture!");

    const { answers } = await organiser.responseOf(maya.number, "visit");
    expect(valuesOf(answers)).toEqual({ how: "good", season: "autumn", tree: "rowan", again: true });
    expect(
      formsOf(maya.number).flatMap(({ ButtonPayload, ListId }) => ButtonPayload ?? ListId ?? []),
    ).toEqual(["how:good", "season:autumn", "again:yes"]);
    expect(maya.unclaimed()).toEqual([]);
  });

  test("count when they are old only by their words: never for the question that is asked now", async () => {
    const omar = system.handset("+447700900402");
    await omar.text(line.address, "TREE");
    await omar.expect("How was it?", { withinMs: TAPPED_WITHIN_MS });
    await omar.tap("Bad");
    await omar.expect("When did you come?", { withinMs: TAPPED_WITHIN_MS });
    await omar.tap("Good");
    const again = await omar.expect("Please choose one of these", { withinMs: TAPPED_WITHIN_MS });
    expect(again.options.map(({ title }) => title)).toEqual(["Spring", "Summer", "Autumn", "Winter"]);
    await omar.tap("Spring");
    await omar.expect("Which tree did you like best?");
    const { answers } = await organiser.responseOf(omar.number, "visit");
    expect(valuesOf(answers)).toMatchObject({ how: "bad" });
  });
});

test("the profile's name greets the person, and is kept", async () => {
  const lena = system.handset("+447700900403", { name: "Lena Hofer" });
  await lena.text(line.address, "tree");
  await lena.expect("Hello Lena Hofer! How was it?", { withinMs: TAPPED_WITHIN_MS });
  await system.recorded();
  const Contacts = z.object({ data: z.array(z.object({ name: z.string().nullable() })) });
  const named = await system.api.send("POST", "/api/v1/contacts/search", { number: lena.number }, Contacts);
  expect(named.data).toEqual([{ name: "Lena Hofer" }]);
  await lena.text(line.address, "tree");
  await lena.expect("Hello Lena Hofer! How was it?", { withinMs: TAPPED_WITHIN_MS });
});

describe("what only a phone can send", () => {
  const bytes = new Uint8Array(300).map((_, index) => index % 251);

  test("a picture is kept and can be downloaded, never shown in our name; a place is an answer", async () => {
    const kofi = system.handset("+447700900404");
    await reachPicture(kofi, line);
    await kofi.text(line.address, "here it comes");
    await kofi.expect("Please send a photo.");
    await kofi.sendMedia(line.address, { contentType: "image/jpeg", bytes }, "my oak");
    await kofi.expect("And where was that?");
    await kofi.sendLocation(line.address, { latitude: 51.5033, longitude: -0.1276, label: "Park" });
    await kofi.expect("Thank you! See you under the Oak.");

    const kept = await eventually(
      async () => {
        const messages = await organiser.messagesOf(kofi.number);
        return messages.flatMap(({ media }) => media).find(({ url }) => url !== null);
      },
      { what: "the picture" },
    );
    expect(kept.type).toBe("image/jpeg");
    const file = await system.api.call(kept.url ?? "");
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(bytes);
    expect(Object.fromEntries(file.headers)).toMatchObject({
      "content-type": "image/jpeg",
      "content-length": "300",
      "content-disposition": expect.stringMatching(/^attachment; filename="/),
      "content-security-policy": "sandbox; default-src 'none'",
      "x-content-type-options": "nosniff",
    });

    const { answers, disposition } = await organiser.responseOf(kofi.number, "visit");
    expect(disposition).toBe("completed");
    expect(answers["place"]?.value).toMatchObject({ latitude: 51.5033, longitude: -0.1276 });
    expect(answers["picture"]?.value).toMatchObject([{ type: "image/jpeg" }]);
  });

  test("nobody downloads it without signing in", async () => {
    const messages = await organiser.messagesOf("+447700900404");
    const [url] = messages.flatMap(({ media }) => media.flatMap((item) => item.url ?? []));
    if (url === undefined) throw new Error("there is no picture");
    expect((await system.api.call(url, { headers: { authorization: "" } })).status).toBe(401);
  });
});

test("somebody who hides the number talks like anybody else, buttons included", async () => {
  const hidden = system.handset("GB.1349120865530274", { name: "Nia" });
  await hidden.text(line.address, "tree");
  await hidden.expect("How was it?", { withinMs: TAPPED_WITHIN_MS });
  await hidden.tap("Fair");
  await hidden.expect("When did you come?", { withinMs: TAPPED_WITHIN_MS });
  await hidden.tap("Winter");
  await hidden.expect("1. Alder\n2. Birch");
  const Running = z.object({
    data: z.array(z.object({ contact: z.record(z.string(), z.unknown()), deliveryStatus: z.string() })),
  });
  const response = await eventually(async () => {
    const { data } = await system.api.get("/api/v1/responses?flow=visit&q=Winter", Running);
    return data.find(
      ({ contact, deliveryStatus }) => contact["address"] === hidden.number && deliveryStatus === "read",
    );
  });
  expect(response.contact).toMatchObject({ kind: "whatsapp-user", name: "Nia" });
});

describe("the sandbox", () => {
  let sandbox: Line;

  beforeAll(async () => {
    sandbox = await organiser.addLine({
      name: "Sandbox",
      channel: "whatsapp",
      sender: "whatsapp-sandbox",
      address: "+14155238886",
    });
    await organiser.startWith(sandbox, "visit");
  });

  test("has one status URL without an id of ours: receipts find their message by the carrier's", async () => {
    const rosa = system.handset("+447700900405");
    await rosa.text(sandbox.address, "join partyline");
    await rosa.expect("You are all set");
    await rosa.text(sandbox.address, "hello");
    await rosa.expect("How was it?", { withinMs: TAPPED_WITHIN_MS });
    await rosa.tap("Good");
    await rosa.expect("When did you come?", { withinMs: TAPPED_WITHIN_MS });
    await rosa.tap("Summer");
    await rosa.expect("Which tree did you like best?");
    await system.carrier.settled();
    const callbacks = system.carrier.log.entries.flatMap((entry) =>
      entry.kind === "callback" ? entry.url : [],
    );
    expect(callbacks).toContain("http://localhost/webhooks/twilio/status");

    // REST told us the carrier's id at once; that of a TwiML reply is looked up when nobody has said anything for two minutes.
    await statusesOf(rosa.number, ["read", "read", "handed-over"]);
    await system.advance(3 * 60_000);
    await statusesOf(rosa.number, ["read", "read", "read"]);
  });
});

async function statusesOf(number: string, wanted: readonly string[]): Promise<void> {
  const look = async () => {
    const messages = await organiser.messagesOf(number);
    return messages.filter(({ direction }) => direction === "out").map(({ status }) => status);
  };
  await eventually(async () => (await look()).join() === wanted.join()).catch(async () => {
    expect(await look()).toEqual(wanted);
  });
}

function valuesOf(answers: Readonly<Record<string, { readonly value: unknown }>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(answers).map(([name, { value }]) => [name, value]));
}

/** What the carrier posted for each message of theirs. */
function formsOf(number: string): readonly Readonly<Record<string, string>>[] {
  return system.carrier.log.entries.flatMap((entry) => {
    const form = entry.kind === "webhook" ? Object.fromEntries(entry.form) : {};
    return form["From"] === `whatsapp:${number}` ? [form] : [];
  });
}
