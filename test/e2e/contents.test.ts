// WhatsApp contents, from Twilio's approval to what a person would read: the product with the account behind it.
import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { TEST_SECRETS } from "../fixtures/secrets.ts";
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
