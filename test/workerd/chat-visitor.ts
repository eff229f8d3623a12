// A visitor of the web chat inside the runtime: the page's cookie, a socket, and what came over it.
import { env, exports } from "cloudflare:workers";
import type { Contact } from "../../durable-objects/contact/index.ts";
import { createIdentity } from "../../worker/identity.ts";
import { TEST_SECRETS } from "../fixtures/secrets.ts";

export const SLUG = "taste";

export const pageOf = (slug: string): string => `${env.PUBLIC_URL}/chat/${slug}`;

export interface Shown {
  readonly kind: string;
  readonly from?: string;
  readonly text: string;
  readonly options?: readonly { readonly id: string; readonly label: string }[];
}

/** A browser on the chat page of a slug. */
export class Visitor {
  readonly #cookie: string;
  readonly #page: string;
  #socket: WebSocket | null = null;
  readonly frames: Shown[] = [];

  constructor(cookie: string, slug = SLUG) {
    this.#cookie = cookie;
    this.#page = pageOf(slug);
  }

  static async arrive(): Promise<Visitor> {
    const page = await exports.default.fetch(pageOf(SLUG));
    return new Visitor((page.headers.get("set-cookie") ?? "").split(";")[0] ?? "");
  }

  /** The same browser on another chat's page, or on another tab of this one. */
  also(slug = SLUG): Visitor {
    return new Visitor(this.#cookie, slug);
  }

  /** `back`: as a page does that had a socket before. */
  connect(headers: Record<string, string> = {}, back = false): Promise<Response> {
    const origin = new URL(env.PUBLIC_URL).origin;
    return exports.default.fetch(`${this.#page}/socket${back ? "?back=1" : ""}`, {
      headers: { upgrade: "websocket", origin, cookie: this.#cookie, ...headers },
    });
  }

  async open(back = false): Promise<this> {
    const response = await this.connect({}, back);
    this.#socket = response.webSocket;
    this.#socket?.addEventListener("message", ({ data }) => {
      this.frames.push(JSON.parse(String(data)) as Shown);
    });
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
