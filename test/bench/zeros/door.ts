// The carrier's door: every request the Worker makes comes through here and is written down; the line may break at it.
import { vi } from "vitest";
import { createExchange } from "../../carrier/exchange.ts";
import type { Exchange } from "../../carrier/exchange.ts";
import type { CarrierOptions } from "../../carrier/options.ts";
import { createRestApi } from "../../carrier/rest/app.ts";
import type { World } from "./world.ts";

/** One attempt to hand a message over, as it came to the carrier. */
export interface Post {
  /** Epoch milliseconds. */
  readonly at: number;
  /** How much the witness had seen by then: what came first can be told to the exact decision. */
  readonly seq: number;
  readonly to: string;
  readonly body: string;
  readonly messageId: string;
  readonly validitySeconds: number | null;
  /** What the carrier made of it: its id, a refusal's code, or that it never heard of it. */
  sid: string | null;
  code: number | null;
  /** Whether the Worker was told. */
  isAnswered: boolean;
}

export class Door {
  readonly exchange: Exchange;
  readonly posts: Post[] = [];
  /** Ids the carrier named in answers to look-ups. */
  readonly lookedUp = new Set<string>();
  /** Too many requests, until then. */
  stormUntil = 0;
  #break: "fails-before" | "fails-after" | null = null;
  readonly #world: World;

  constructor(world: World, options: CarrierOptions) {
    this.#world = world;
    this.exchange = createExchange(options);
    const api = createRestApi(this.exchange);
    vi.spyOn(globalThis, "fetch").mockImplementation((input, init) => {
      const how = this.#break;
      this.#break = null;
      const request = new Request(input, init);
      return world.busy("the carrier", () =>
        request.method === "POST"
          ? this.#post(api, request, how)
          : this.#lookUp(() => Promise.resolve(api.fetch(request)), how),
      );
    });
  }

  /** The next request's line breaks, before the carrier had it or after. */
  breakNext(how: "fails-before" | "fails-after"): void {
    this.#break = how;
  }

  async #post(
    api: { fetch: (request: Request) => Response | Promise<Response> },
    request: Request,
    how: "fails-before" | "fails-after" | null,
  ): Promise<Response> {
    // Not `text()`: the runtime warns of forms.
    const text = new TextDecoder().decode(await request.clone().arrayBuffer());
    const post = toPost(new URLSearchParams(text), this.#world.witness.sightings.length);
    this.posts.push(post);
    if (how === "fails-before") throw new TypeError("the line broke");
    if (Date.now() < this.stormUntil) this.exchange.faults.sends.next({ kind: "refused", status: 429 });
    const response = await api.fetch(request);
    const answer = await response.clone().json<{ sid?: string; code?: number }>();
    post.sid = answer.sid ?? null;
    post.code = answer.code ?? null;
    if (how === "fails-after") throw new TypeError("the line broke");
    post.isAnswered = true;
    return response;
  }

  async #lookUp(ask: () => Promise<Response>, how: "fails-before" | "fails-after" | null): Promise<Response> {
    if (how !== null) throw new TypeError("the line broke");
    const response = await ask();
    for (const [sid] of (await response.clone().text()).matchAll(/\b(?:SM|MM)[0-9a-f]{32}\b/g))
      this.lookedUp.add(sid);
    return response;
  }
}

function toPost(form: URLSearchParams, seq: number): Post {
  const callback = new URL(form.get("StatusCallback") ?? "http://none").searchParams;
  const validity = form.get("ValidityPeriod");
  return {
    at: Date.now(),
    seq,
    to: form.get("To") ?? "",
    body: form.get("Body") ?? "",
    messageId: callback.get("m") ?? "",
    validitySeconds: validity === null ? null : Number(validity),
    sid: null,
    code: null,
    isAnswered: false,
  };
}
