// WhatsApp contents, from Twilio's approval to what a person reads and taps: the product with the account behind it.
import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { TEST_SECRETS } from "../fixtures/secrets.ts";
import { untilTime } from "../tour/stage.ts";
import { startSystem, type TestSystem } from "./harness.ts";

let system: TestSystem;

beforeAll(async () => {
  system = await startSystem();
});

afterAll(() => system.stop());

/** As somebody would in Twilio's console. */
async function inConsole(path: string, body: unknown): Promise<string> {
  const { TWILIO_ACCOUNT_SID: user, TWILIO_AUTH_TOKEN: token } = TEST_SECRETS;
  const answer = await system.carrier.fetch(
    new Request(`https://carrier.test/v1/Content${path}`, {
      method: "POST",
      body: JSON.stringify(body),
      headers: { authorization: `Basic ${btoa(`${user}:${token}`)}`, "content-type": "application/json" },
    }),
  );
  return z.looseObject({ sid: z.string().default("") }).parse(await answer.json()).sid;
}

const Contents = z.object({
  data: z.array(
    z.object({ sid: z.string(), body: z.string(), variables: z.array(z.string()), approval: z.string() }),
  ),
});

test("what WhatsApp approved is chosen, kept with its words, and read as they stand", async () => {
  const types = { "twilio/text": { body: "Hello {{1}}, the market is on {{2}}." } };
  const approved = await inConsole("", { friendly_name: "market", language: "en", types });
  await inConsole(`/${approved}/ApprovalRequests/whatsapp`, { name: "market", category: "UTILITY" });
  const draft = await inConsole("", { friendly_name: "draft", language: "en", types });

  expect((await system.api.get("/api/v1/templates/contents", Contents)).data).toEqual([
    expect.objectContaining({ sid: approved, variables: ["1", "2"], approval: "approved" }),
  ]);
  const all = await system.api.get("/api/v1/templates/contents?approved=false", Contents);
  expect(all.data.map(({ sid, approval }) => [sid, approval])).toEqual([
    [approved, "approved"],
    [draft, "unsubmitted"],
  ]);

  const contents = { en: { contentSid: approved, variables: { "1": "{{ first_name }}", "2": "{{ day }}" } } };
  const template = {
    whatsapp: { kind: "content", contents },
    placeholders: ["first_name", { name: "day", default: "Saturday" }],
  };
  await system.api.send("POST", "/api/v1/templates", { name: "Market", template }, z.unknown());
  const attributes = { first_name: "Maya" };
  await system.api.send("POST", "/api/v1/contacts", { number: "+447700900401", attributes }, z.unknown());
  const Previews = z.object({ data: z.array(z.object({ kind: z.string(), text: z.string() })) });
  const preview = await system.api.send(
    "POST",
    "/api/v1/templates/market/preview",
    { channel: "whatsapp" },
    Previews,
  );
  expect(preview.data).toMatchObject([{ kind: "ok", text: "Hello Maya, the market is on Saturday." }]);
});

test("a volunteer who never wrote on WhatsApp is reminded in approved words, and taps their answer", async () => {
  const ann = system.handset("+447700900421");
  const types = {
    "twilio/quick-reply": {
      body: "Hello {{1}}, {{2}} counts on you {{3}}.",
      actions: [
        { title: "Count on me", id: "yes" },
        { title: "I am away", id: "no" },
      ],
    },
  };
  const contentSid = await inConsole("", { friendly_name: "shift", language: "en", types });
  await inConsole(`/${contentSid}/ApprovalRequests/whatsapp`, { name: "shift", category: "UTILITY" });
  await system.tick(untilTime(await system.now(), "17:00"));
  const lineId = await system.addLine({
    name: "WhatsApp",
    channel: "whatsapp",
    sender: "whatsapp",
    address: "+442079460100",
    organisation: "Riverside",
    zone: "Europe/London",
    hours: "Mo-Su 00:00-24:00",
  });
  const variables = { "1": "{{ name }}", "2": "{{ group }}", "3": "{{ shift }}" };
  const id = await system.addHelpline({
    name: "Riverside",
    number: "+447700900210",
    zone: "Europe/London",
    reminders: { lineId, contents: { reminder: { en: { contentSid, variables } } } },
  });
  const volunteer = await system.api.send(
    "POST",
    "/api/v1/volunteers",
    {
      name: "Ann",
      phone: ann.number,
      remindBy: ["whatsapp"],
      proof: "signed up at the desk",
      helplines: [id],
    },
    z.object({ id: z.string() }),
  );
  const date = new Date((await system.now()) + 86_400_000).toISOString().slice(0, 10);
  const shift = { kind: "add", date, from: "14:00", to: "16:00", volunteers: [volunteer.id] };
  await system.api.send("POST", `/api/v1/helplines/${id}/overrides`, shift, z.unknown());
  const checked = await system.api.get(
    `/api/v1/helplines/${id}/check`,
    z.object({ findings: z.array(z.object({ code: z.string(), path: z.string() })) }),
  );
  expect(checked.findings).toEqual([{ code: "no-content", path: "reminders.contents.offer" }]);

  await system.advance(untilTime(await system.now(), "18:01"));
  await ann.expect(/^Hello Ann, Riverside counts on you .* 14:00-16:00\.$/, { withinMs: 30_000 });
  await ann.tap("I am away");
  await ann.expect("we are asking the others", { withinMs: 30_000 });
});
