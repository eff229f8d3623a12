// The web chat: a signed visitor, a socket that survives the object's sleep, the same conversation after a reload.
import { evictDurableObject, runDurableObjectAlarm } from "cloudflare:test";
import { env, exports } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { Flow } from "#core/conversation/flow";
import type { Contact } from "../../durable-objects/contact/index.ts";
import { createIdentity } from "../../worker/identity.ts";
import { TEST_SECRETS } from "../fixtures/secrets.ts";
import { publish } from "./story.ts";

const PAGE = `${env.PUBLIC_URL}/chat/taste`;
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
  await publish("taste", flow, "", {
    id: "line-chat",
    config: { channel: "chat", sender: "chat", address: "taste" },
  });
});

interface Shown {
  readonly kind: string;
  readonly from?: string;
  readonly text: string;
  readonly options?: readonly { readonly id: string; readonly label: string }[];
}

class Visitor {
  readonly #cookie: string;
  #socket: WebSocket | null = null;
  readonly frames: Shown[] = [];

  constructor(cookie: string) {
    this.#cookie = cookie;
  }

  static async arrive(): Promise<Visitor> {
    const page = await exports.default.fetch(PAGE);
    return new Visitor((page.headers.get("set-cookie") ?? "").split(";")[0] ?? "");
  }

  connect(headers: Record<string, string> = {}): Promise<Response> {
    const origin = new URL(env.PUBLIC_URL).origin;
    return exports.default.fetch(`${PAGE}/socket`, {
      headers: { upgrade: "websocket", origin, cookie: this.#cookie, ...headers },
    });
  }

  async open(): Promise<this> {
    const response = await this.connect();
    this.#socket = response.webSocket;
    this.#socket?.addEventListener("message", ({ data }) =>
      this.frames.push(JSON.parse(String(data)) as Shown),
    );
    this.#socket?.accept();
    return this;
  }

  send(text: string, more: object = {}): void {
    this.#socket?.send(JSON.stringify({ id: crypto.randomUUID(), text, ...more }));
  }

  sendRaw(data: string): void {
    this.#socket?.send(data);
  }

  close(): void {
    this.#socket?.close();
  }

  /** What we said, once it is so many messages. */
  async hears(count: number): Promise<string[]> {
    for (let tries = 0; tries < 100; tries += 1) {
      const ours = this.frames.filter(({ from }) => from === "us");
      if (ours.length >= count) return ours.map(({ text }) => text);
      await scheduler.wait(20);
    }
    throw new Error(`heard only ${JSON.stringify(this.frames)}`);
  }

  async object(): Promise<DurableObjectStub<Contact>> {
    const id = decodeURIComponent(this.#cookie.split("=")[1] ?? "").split(".")[0] ?? "";
    const identity = createIdentity(TEST_SECRETS.IDENTITY_KEY);
    return env.CONTACT.getByName(await identity.idOf({ kind: "visitor", value: `visitor:${id}` }));
  }
}

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
