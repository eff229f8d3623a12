// The phone page's server side: who may ask, what it tells, what it does.
import { describe, expect, test } from "vitest";
import { say } from "../testing/product.ts";
import { LINES, seeded, setUp, START } from "../testing/setup.ts";
import { openPage, PHONE, post, type World } from "../testing/phone-page.ts";
import type { SendCommand } from "./wire.ts";

const ME = "+15005550123";
const DAY_MS = 24 * 60 * 60 * 1000;

const send = (world: World, command: SendCommand) => post(world, "/sim/send", command);

describe("who may ask", () => {
  test.each(["http://evil.test/", "http://192.168.1.5:9787/", "http://127.0.0.1.evil.test/sim/clock"])(
    "%s is refused",
    async (url) => {
      expect((await setUp().carrier.fetch(new Request(url))).status).toBe(403);
    },
  );

  test.each(["http://localhost:9787/", "http://127.0.0.1:9787/", "http://[::1]:9787/"])(
    "%s is served",
    async (url) => {
      const response = await setUp().carrier.fetch(new Request(url));
      expect(response.status).toBe(200);
      expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    },
  );

  test("a page of another origin, or a form, cannot text anyone", async () => {
    const world = setUp();
    const command = { kind: "text", number: ME, line: LINES.longCode.address, body: "hi" };
    expect((await post(world, "/sim/send", command, { origin: "https://evil.test" })).status).toBe(403);
    expect((await post(world, "/sim/send", command, { "content-type": "text/plain" })).status).toBe(415);
    expect((await post(world, "/sim/send", { ...command, number: "123" })).status).toBe(400);
    expect(world.product.heard).toEqual([]);
  });
});

test("the page, its script and its style are there and ask nothing of the network", async () => {
  const { carrier } = setUp();
  const read = async (path: string) => (await carrier.fetch(new Request(PHONE + path))).text();
  const [html, script, style] = [await read("/"), await read("/phone.js"), await read("/phone.css")];
  expect(html).toContain('src="/phone.js"');
  expect(style).toContain("prefers-reduced-motion");
  expect(script.length).toBeGreaterThan(10_000);
  for (const text of [html, style]) expect(text).not.toMatch(/https?:\/\//);
});

test("texting from the page: the thread, the ticks and the wire come by events", async () => {
  const world = setUp();
  world.product.answer = ({ form }) => say(`You said ${form["Body"]}`);
  world.carrier.handset(ME, { name: "Sam" });
  const page = await openPage(world, ME);
  const { world: shown } = await page.next("world");
  expect(shown.people).toMatchObject([{ number: ME, name: "Sam" }]);
  expect(shown.lines[0]).toEqual({
    address: LINES.longCode.address,
    name: "Reviews",
    channel: "sms",
    kind: "long-code",
  });

  expect(
    (await send(world, { kind: "text", number: ME, line: LINES.longCode.address, body: "hi" })).status,
  ).toBe(204);
  const note = await page.next("wire", (event) => event.note.tone === "to-product");
  expect(note.note).toMatchObject({ title: "Webhook 200", detail: "POST /webhooks/twilio/messages" });
  expect(note.note.form).toContainEqual(["Body", "hi"]);
  const { thread } = await page.next("thread", (event) => event.thread.messages.length === 2);
  expect(thread.messages).toMatchObject([
    { by: "handset", body: "hi", state: "heard" },
    { by: "product", body: "You said hi", state: "delivered" },
  ]);
  await page.close();
});

test("pictures, places and taps", async () => {
  const world = setUp();
  const line = LINES.whatsapp.address;
  const png = Buffer.from([137, 80, 78, 71]);
  await send(world, {
    kind: "picture",
    number: ME,
    line,
    body: "",
    contentType: "image/png",
    base64: png.toString("base64"),
  });
  await send(world, {
    kind: "location",
    number: ME,
    line,
    location: { latitude: 1, longitude: 2, label: "Here" },
  });
  await world.carrier.settled();
  expect(world.product.heard.map(({ form }) => [form["MediaContentType0"], form["Label"]])).toEqual([
    ["image/png", undefined],
    [undefined, "Here"],
  ]);
  const page = await openPage(world, ME);
  const { thread } = await page.next("thread");
  const picture = await world.carrier.fetch(
    new Request(PHONE + (thread.messages[0]?.pictures[0]?.url ?? "")),
  );
  expect(Buffer.from(await picture.arrayBuffer())).toEqual(png);
  await page.close();
  const html = { kind: "picture", number: ME, line, body: "", contentType: "text/html", base64: "" };
  expect((await post(world, "/sim/send", html)).status).toBe(400);
});

test("the switches are faults of the carrier", async () => {
  const world = setUp();
  world.product.answer = () => say("hello");
  const text = () => send(world, { kind: "text", number: ME, line: LINES.longCode.address, body: "hi" });
  await post(world, "/sim/switches", { delayMs: 0, webhooks: "unreachable", callbacks: "dropped" });
  await text();
  await world.carrier.settled();
  expect(world.product.heard).toEqual([]);
  await post(world, "/sim/switches", { delayMs: 0, webhooks: "doubled", callbacks: "dropped" });
  await text();
  await world.carrier.settled();
  expect(world.product.heard).toHaveLength(2);
  await post(world, "/sim/phone", { number: ME, power: "off", reads: true, hides: false, calls: "rings" });
  await text();
  await world.carrier.settled();
  expect(world.carrier.handset(ME).inbox()).toHaveLength(1);
  await post(world, "/sim/phone", { number: ME, power: "on", reads: true, hides: false, calls: "rings" });
  await world.carrier.settled();
  expect(world.carrier.handset(ME).inbox()).toHaveLength(2);
});

/** A product with a clock of its own, an hour ahead of the carrier's. */
function setUpClock(adminToken = "let-me-in") {
  let now = START + 3_600_000;
  const seen: (string | null)[] = [];
  const deliver = async (request: Request): Promise<Response> => {
    seen.push(request.headers.get("authorization"));
    if (request.method === "POST") {
      if (request.headers.get("authorization") !== "Bearer let-me-in")
        return new Response("no", { status: 401 });
      now += Number(Object(await request.json())["advanceMs"]);
    }
    return Response.json({ now: new Date(now).toISOString() });
  };
  return { world: setUp({ deliver, adminToken, random: seeded(2) }), seen };
}

describe("the clock", () => {
  test("is the product's, and the carrier's follows it", async () => {
    const { world } = setUpClock();
    const response = await world.carrier.fetch(new Request(`${PHONE}/sim/clock`));
    expect(await response.json()).toEqual({ now: START + 3_600_000, following: true });
    expect(world.carrier.now()).toBe(START + 3_600_000);
  });

  test.each<[what: string, command: object, now: string]>([
    ["a day on", { advanceMs: DAY_MS }, "2026-11-22T11:00:00Z"],
    [
      "the next morning in New York (it is 06:00)",
      { until: "next-morning", zone: "America/New_York" },
      "2026-11-21T14:00:00Z",
    ],
    [
      "the next morning in Berlin (it is 12:00)",
      { until: "next-morning", zone: "Europe/Berlin" },
      "2026-11-22T08:00:00Z",
    ],
  ])("jumps: %s", async (_what, command, now) => {
    const { world, seen } = setUpClock();
    await world.carrier.fetch(new Request(`${PHONE}/sim/clock`));
    const response = await post(world, "/sim/clock", command);
    const text = await response.text();
    expect(JSON.parse(text)).toEqual({ now: Date.parse(now), following: true });
    expect(world.carrier.now()).toBe(Date.parse(now));
    expect(seen).toContain("Bearer let-me-in");
    expect(text).not.toContain("let-me-in");
  });

  test("says so when the product refuses or does not answer", async () => {
    const { world } = setUpClock("wrong");
    expect(await (await post(world, "/sim/clock", { advanceMs: DAY_MS })).json()).toMatchObject({
      following: false,
      problem: "The product's clock answered 401.",
    });
    const gone = setUp({ deliver: () => Promise.reject(new Error("refused")) });
    const reading = await gone.carrier.fetch(new Request(`${PHONE}/sim/clock`));
    expect(await reading.json()).toEqual({
      now: START,
      following: false,
      problem: "The product does not answer.",
    });
  });
});
