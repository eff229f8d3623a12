// The web chat: a signed visitor, a socket that survives the object's sleep, the same conversation after a reload.
import { evictDurableObject, runDurableObjectAlarm } from "cloudflare:test";
import { env, exports } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { Flow } from "#core/conversation/flow";
import { pageOf, SLUG, Visitor } from "./chat-visitor.ts";
import { eventually, publish } from "./story.ts";

const PAGE = pageOf(SLUG);
/** Another chat, with the same flow. */
const OTHER = "taste-too";
const flow = Flow.parse({
  schema: 1,
  languages: ["en"],
  nodes: [
    {
      id: "drink",
      kind: "ask",
      text: { en: "Tea or coffee?" },
      answer: {
        kind: "choice",
        options: [
          { id: "tea", label: { en: "Tea" } },
          { id: "coffee", label: { en: "Coffee" } },
        ],
      },
      reminders: [{ afterMinutes: 60, text: { en: "Still there?" } }],
    },
    { id: "name", kind: "ask", text: { en: "And your name?" }, answer: { kind: "text" } },
    { id: "bye", kind: "end", text: { en: "Enjoy, {{ name }}." } },
  ],
});

beforeAll(async () => {
  for (const slug of [SLUG, OTHER])
    await publish(slug, flow, "", {
      id: `line-${slug}`,
      config: { channel: "chat", sender: "chat", address: slug, organisation: "Tea & <Co>" },
    });
});

describe("a visitor", () => {
  test("is asked at once, taps, types, and is done", async () => {
    const visitor = await (await Visitor.arrive()).open();
    expect(await visitor.hears(1)).toEqual(["Tea or coffee?"]);
    const tea = visitor.frames[0]?.options?.find(({ label }) => label === "Tea");
    visitor.send("Tea", { option: tea?.id });
    expect(await visitor.hears(2)).toContain("And your name?");
    visitor.send("Mo");
    expect(await visitor.hears(3)).toContain("Enjoy, Mo.");
  });

  test("is known as a visitor from the first word on, so that the staff can name and answer them", async () => {
    const visitor = await (await Visitor.arrive()).open();
    await visitor.hears(1);
    const { name } = await visitor.object();
    await eventually(() =>
      env.DB.prepare("SELECT 1 FROM addresses WHERE id = ? AND kind = 'visitor' AND value LIKE 'visitor:%'")
        .bind(name)
        .first(),
    );
  });

  test("is remembered through the object's sleep, and the socket with them", async () => {
    const visitor = await (await Visitor.arrive()).open();
    await visitor.hears(1);
    await evictDurableObject(await visitor.object(), { webSockets: "hibernate" });
    visitor.send("coffee");
    expect(await visitor.hears(2)).toContain("And your name?");
  });

  test("who reloads sees the conversation so far and goes on", async () => {
    const visitor = await (await Visitor.arrive()).open();
    await visitor.hears(1);
    visitor.send("tea");
    await visitor.hears(2);
    visitor.close();
    visitor.frames.length = 0;
    await visitor.open();
    expect(await visitor.hears(2)).toEqual(["Tea or coffee?", "And your name?"]);
    visitor.send("Mo");
    expect(await visitor.hears(3)).toContain("Enjoy, Mo.");
  });

  test("a frame sent again after a lost connection counts once", async () => {
    const visitor = await (await Visitor.arrive()).open();
    await visitor.hears(1);
    visitor.send("tea", { id: "same" });
    visitor.send("tea", { id: "same" });
    visitor.send("Mo");
    expect(await visitor.hears(3)).toEqual(["Tea or coffee?", "And your name?", "Enjoy, Mo."]);
  });

  test("who only lost the connection is not asked anew after the end, as one is who opens the page", async () => {
    const visitor = await (await Visitor.arrive()).open();
    await visitor.hears(1);
    visitor.send("tea");
    visitor.send("Mo");
    const all = await visitor.hears(3);
    const back = await visitor.also().open(true);
    expect(await back.hears(3)).toEqual(all);
    back.send("hello?");
    expect(await back.hears(4)).toEqual([...all, "Tea or coffee?"]);
  });

  test("in two chats finds in each what was said there", async () => {
    const one = await (await Visitor.arrive()).open();
    await one.hears(1);
    one.send("tea");
    await one.hears(2);
    const other = await one.also(OTHER).open();
    other.send("coffee");
    expect(await other.hears(2)).toEqual(["Tea or coffee?", "And your name?"]);
    expect(one.frames.filter(({ from }) => from === "you").map(({ text }) => text)).toEqual(["tea"]);
    expect(other.frames.filter(({ from }) => from === "you").map(({ text }) => text)).toEqual(["coffee"]);
  });

  test("who said STOP is asked nothing by any page, until START", async () => {
    const visitor = await (await Visitor.arrive()).open();
    await visitor.hears(1);
    visitor.send("STOP");
    const [, goodbye] = await visitor.hears(2);
    expect(goodbye).toContain("START");
    const again = await visitor.also().open();
    expect(await again.hears(2)).toEqual(["Tea or coffee?", goodbye]);
    const elsewhere = await visitor.also(OTHER).open();
    elsewhere.send("tea");
    elsewhere.send("START");
    const [welcome] = await elsewhere.hears(1);
    expect(welcome).not.toContain("Tea or coffee?");
    elsewhere.send("hello");
    expect(await elsewhere.hears(2)).toEqual([welcome, "Tea or coffee?"]);
    expect(again.frames.filter(({ from }) => from === "us")).toHaveLength(2);
  });

  test("two visitors know nothing of each other", async () => {
    const [one, two] = [await (await Visitor.arrive()).open(), await (await Visitor.arrive()).open()];
    await one.hears(1);
    await two.hears(1);
    one.send("tea");
    expect(await one.hears(2)).toHaveLength(2);
    expect(two.frames).toHaveLength(1);
  });

  test("too much, too long, or not a frame: a sentence, and the socket stays", async () => {
    const visitor = await (await Visitor.arrive()).open();
    await visitor.hears(1);
    visitor.sendRaw("{nonsense");
    visitor.sendRaw("x".repeat(9000));
    for (let time = 0; time < 40; time += 1) visitor.send("what?");
    for (
      let tries = 0;
      tries < 50 && !visitor.frames.some(({ text }) => text.includes("a lot at once"));
      tries += 1
    )
      await scheduler.wait(20);
    const problems = visitor.frames.filter(({ kind }) => kind === "problem").map(({ text }) => text);
    expect(problems[0]).toContain("could not be read");
    expect(problems.at(-1)).toContain("a lot at once");
  });
});

describe("the page", () => {
  test("is headed by who speaks there, as text, and lets no foreign or inline script run", async () => {
    const page = await exports.default.fetch(PAGE);
    const html = await page.text();
    expect(html).toContain("<title>Tea &amp; &lt;Co&gt;</title>");
    expect(html).toMatch(/<h1 id="host">Tea &amp; &lt;Co&gt;<\/h1>/);
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'; script-src 'self'");
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|\sstyle=/);
  });

  test.each(["nowhere", "", "taste/nothing"])(
    "/chat/%s: a page that says so, and no cookie",
    async (path) => {
      const page = await exports.default.fetch(`${env.PUBLIC_URL}/chat/${path}`);
      expect(page.status).toBe(404);
      expect(page.headers.get("set-cookie")).toBeNull();
      expect(await page.text()).toContain("There is no chat here");
    },
  );
});

describe("refused", () => {
  test("another site's page, no cookie, a forged cookie, no upgrade, no such chat", async () => {
    const visitor = await Visitor.arrive();
    expect((await visitor.connect({ origin: "https://elsewhere.example" })).status).toBe(403);
    expect((await new Visitor("").connect()).status).toBe(403);
    expect((await new Visitor("partyline_visitor=someone.forged").connect()).status).toBe(403);
    expect((await exports.default.fetch(`${PAGE}/socket`)).status).toBe(426);
    const elsewhere = await exports.default.fetch(`${env.PUBLIC_URL}/chat/nowhere/socket`, {
      headers: {
        upgrade: "websocket",
        origin: new URL(env.PUBLIC_URL).origin,
        cookie: ((await exports.default.fetch(PAGE)).headers.get("set-cookie") ?? "").split(";")[0] ?? "",
      },
    });
    expect(elsewhere.status).toBe(404);
  });
});

test("a reminder reaches the open page by the alarm", async () => {
  const visitor = await (await Visitor.arrive()).open();
  await visitor.hears(1);
  const object = await visitor.object();
  await object.tick({ now: Date.now() + 61 * 60_000 });
  expect(await visitor.hears(2)).toContain("Still there?");
  expect(await runDurableObjectAlarm(object)).toBe(true);
});
