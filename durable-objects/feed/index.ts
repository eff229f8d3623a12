// Who is watching the admin, one for all: every open page hears what there is news of, and asks the API for it. It decides
// nothing and nobody waits for it. All times are real: a jump of the demo's clock is no reason to look at a session again.
import { DurableObject } from "cloudflare:workers";
import { catchUp, join, KEPT_MAX, sendAt } from "#core/feed/news";
import type { Frame, Kept, News } from "#core/feed/news";
import type { Topic } from "#core/feed/topic";
import { Alarm } from "../alarm.ts";
import { Store } from "../store.ts";

/** More people than one organisation has at their desks, each with a few tabs; whoever comes after them polls. */
const SOCKETS_MAX = 256;
/** Then a page comes back and is looked at anew: so long at most somebody listens whose access was taken away elsewhere. */
const LIFE_MS = 15 * 60_000;
/** Closing codes of our own (RFC 6455, 7.4.2): come back at once; do not, until you have signed in. */
const COME_BACK = 4_000;
const NO_LONGER = 4_001;
/** What has been told is thrown away by the dozen: deleting a row costs as much as writing one. */
const CLEAR_EVERY = 50;

/** Append only. */
const STEPS = [
  "CREATE TABLE news (seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, topics TEXT NOT NULL) STRICT",
];

/** Of whom the Worker has checked that they may listen, and until when; epoch milliseconds. */
interface Listener {
  readonly until: number;
}

export class Feed extends DurableObject {
  readonly #store: Store;
  readonly #alarm: Alarm;
  /** The last that was sent; an object that wakes has sent all that it kept. */
  #seq: number;
  /** Told and kept, but not sent yet. */
  #unsent: News | null = null;
  #sentAt: number | null = null;
  #isTimed = false;

  constructor(ctx: DurableObjectState, env: Cloudflare.Env) {
    super(ctx, env);
    this.#store = new Store(ctx.storage, STEPS);
    this.#alarm = new Alarm(ctx.storage);
    this.#seq =
      this.#store.read<{ seq: number }>("SELECT coalesce(max(seq), 0) AS seq FROM news")[0]?.seq ?? 0;
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair("ping", "pong"));
    void ctx.blockConcurrencyWhile(() => this.#alarm.recall());
  }

  /** There is news of these. Soon everybody who listens knows; who comes back later is told then. */
  tell({ topics }: { readonly topics: readonly Topic[] }): void {
    const now = Date.now();
    const known = this.#unsent?.topics ?? [];
    const all = join(known, topics);
    if (all.length === known.length) return;
    const seq = this.#seq + 1;
    this.#store.write(
      "INSERT OR REPLACE INTO news (seq, at, topics) VALUES (?, ?, ?)",
      seq,
      now,
      JSON.stringify(all),
    );
    if (seq % CLEAR_EVERY === 0) this.#store.write("DELETE FROM news WHERE seq <= ?", seq - KEPT_MAX);
    this.#unsent = { seq, topics: all };
    this.#sendSoon(now);
  }

  /** Takes a socket that the Worker has checked. `actor`: who they are; `until`: when their session ends; `after`: the last news they heard. */
  override fetch(request: Request): Response {
    const now = Date.now();
    if (this.ctx.getWebSockets().length >= SOCKETS_MAX) return new Response(null, { status: 503 });
    const { searchParams } = new URL(request.url);
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server, [searchParams.get("actor") ?? ""]);
    const until = Math.min(Number(searchParams.get("until") ?? now + LIFE_MS), now + LIFE_MS);
    server.serializeAttachment({ until } satisfies Listener);
    this.#alarm.wakeBy(until);
    const after = searchParams.get("after");
    send(server, catchUp(this.#kept(), this.#seq, after === null ? null : Number(after), now));
    return new Response(null, { status: 101, webSocket: client });
  }

  /** Somebody may no longer listen. */
  dismiss({ actor }: { readonly actor: string }): void {
    for (const socket of this.ctx.getWebSockets(actor)) socket.close(NO_LONGER, "signed out");
  }

  /** Nothing is taken here but pings, and those are answered without us. */
  override webSocketMessage(socket: WebSocket): void {
    socket.close(1_008, "nothing is taken here");
  }

  override webSocketClose(socket: WebSocket): void {
    socket.close();
  }

  /** Whose time is up comes back, or does not. */
  override alarm(): void {
    this.#alarm.rang();
    const now = Date.now();
    const stay: number[] = [];
    for (const socket of this.ctx.getWebSockets()) {
      const { until } = socket.deserializeAttachment() as Listener;
      if (until <= now) socket.close(COME_BACK, "come back");
      else stay.push(until);
    }
    if (stay.length > 0) this.#alarm.wakeBy(Math.min(...stay));
  }

  /** News is kept in the order of its being sent; what is not sent yet reaches a new listener with everybody else. */
  #kept(): readonly Kept[] {
    const rows = this.#store.read<{ seq: number; at: number; topics: string }>(
      "SELECT seq, at, topics FROM news WHERE seq <= ? ORDER BY seq DESC LIMIT ?",
      this.#seq,
      KEPT_MAX,
    );
    return rows.map(({ seq, at, topics }) => ({ seq, at, topics: JSON.parse(topics) as readonly Topic[] }));
  }

  #sendSoon(now: number): void {
    if (this.#isTimed) return;
    const waitMs = sendAt(this.#sentAt, now) - now;
    if (waitMs === 0) return this.#send(now);
    this.#isTimed = true;
    setTimeout(() => {
      this.#isTimed = false;
      this.#send(Date.now());
    }, waitMs);
  }

  #send(now: number): void {
    if (this.#unsent === null) return;
    const frame: Frame = { kind: "news", ...this.#unsent };
    this.#seq = frame.seq;
    this.#sentAt = now;
    this.#unsent = null;
    for (const socket of this.ctx.getWebSockets()) send(socket, frame);
  }
}

function send(socket: WebSocket, frame: Frame): void {
  try {
    socket.send(JSON.stringify(frame));
  } catch {
    // It is closing: whoever it was comes back and asks for what they missed.
  }
}
