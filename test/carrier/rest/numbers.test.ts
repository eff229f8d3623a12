// The account's numbers: where one points can be changed, and what comes in then goes there.
import { beforeEach, expect, test } from "vitest";
import { ACCOUNT_SID, LINES, setUp } from "../testing/setup.ts";

const PATH = `/2010-04-01/Accounts/${ACCOUNT_SID}/IncomingPhoneNumbers`;
const ELSEWHERE = "https://elsewhere.test/texts";
let world: ReturnType<typeof setUp>;
let asked: string[];

beforeEach(() => {
  asked = [];
  world = setUp({
    lines: Object.values(LINES).map((line) => ({ ...line })),
    deliver: (request) => {
      asked.push(request.url);
      return Promise.resolve(new Response("<Response/>", { headers: { "content-type": "text/xml" } }));
    },
  });
});

async function find(number: string): Promise<Record<string, unknown>> {
  const { body } = await world.rest.get(
    `/IncomingPhoneNumbers.json?PhoneNumber=${encodeURIComponent(number)}`,
  );
  const [found] = body["incoming_phone_numbers"] as Record<string, unknown>[];
  return found ?? {};
}

async function change(sid: unknown, fields: Record<string, string>): Promise<number> {
  const init = { method: "POST", body: new URLSearchParams(fields) };
  return (await world.rest.raw(`${PATH}/${String(sid)}.json`, init)).status;
}

test("a number points elsewhere once it is told to, and texts to it go there", async () => {
  const { sid } = await find(LINES.longCode.address);
  expect(await change(sid, { SmsUrl: `${ELSEWHERE}#rc=2`, SmsMethod: "POST" })).toBe(200);
  expect(await find(LINES.longCode.address)).toMatchObject({ sms_url: `${ELSEWHERE}#rc=2`, voice_url: "" });
  await world.carrier.handset("+12125550199").text(LINES.longCode.address, "hi");
  await world.carrier.settled();
  expect(asked).toEqual([ELSEWHERE]);
});

test.each([
  ["no URL", { SmsUrl: "elsewhere" }],
  ["a method we never use", { SmsUrl: ELSEWHERE, SmsMethod: "GET" }],
  ["what Twilio does not know", { SmsURL: ELSEWHERE }],
])("%s is refused", async (_name, fields: Record<string, string>) => {
  const { sid } = await find(LINES.longCode.address);
  expect(await change(sid, fields)).toBe(400);
});

test("a number that nobody has is not found", async () => {
  expect(await change(`PN${"9".repeat(32)}`, { SmsUrl: ELSEWHERE })).toBe(404);
});
