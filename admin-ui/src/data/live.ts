// An open page hears what there is news of and asks the API for it: by WebSocket, or every few seconds where none gets through.
import type { Frame } from "#core/feed/news";
import { addFrame, againAfterMs, mustPoll, NOTHING_STALE, readFrame } from "./live-pace.ts";
import type { Stale } from "./live-pace.ts";
import { queries, refresh } from "./queries.ts";

const POLL_EVERY_MS = 10_000;
/** A burst costs one round of questions a second. */
const ASK_EVERY_MS = 1_000;
/** A connection that died without a word is found out so soon: routers forget one after a minute of silence. */
const PING_EVERY_MS = 20_000;
const PONG_WITHIN_MS = 5_000;
/** The server's word that this session may not listen any more (durable-objects/feed). */
const NO_LONGER = 4_001;
/** The server lets everybody come back now and then, to look at them anew. */
const COME_BACK = 4_000;

export type Liveness = "connecting" | "live" | "reconnecting";

let liveness: Liveness = "connecting";
const listeners = new Set<() => void>();

export function readLiveness(): Liveness {
  return liveness;
}

export function subscribeToLiveness(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function setLiveness(now: Liveness): void {
  if (now === liveness) return;
  liveness = now;
  for (const listener of listeners) listener();
}

/** Listens until the function it returns is called. */
export function listen(): () => void {
  const connection = new Connection();
  // Whoever leaves again at once never asked: a socket that is closed while it opens complains in the console.
  const soon = setTimeout(() => connection.open());
  return () => {
    clearTimeout(soon);
    connection.end();
  };
}

class Connection {
  #socket: WebSocket | null = null;
  /** The last news that was heard; null before the first. */
  #seq: number | null = null;
  #failures = 0;
  #isEnded = false;
  #stale: Stale = NOTHING_STALE;
  #isAsking = false;
  #again: ReturnType<typeof setTimeout> | undefined;
  #pong: ReturnType<typeof setTimeout> | undefined;
  readonly #ping = setInterval(() => this.#askForSign(), PING_EVERY_MS);
  readonly #poll = setInterval(() => this.#pollIfMute(), POLL_EVERY_MS);

  constructor() {
    window.addEventListener("online", this.#comeBack);
    document.addEventListener("visibilitychange", this.#comeBack);
  }

  open(): void {
    const address = new URL("/api/v1/feed", location.href.replace(/^http/, "ws"));
    if (this.#seq !== null) address.searchParams.set("after", String(this.#seq));
    const socket = new WebSocket(address);
    this.#socket = socket;
    socket.addEventListener("message", ({ data }) => this.#hear(data));
    socket.addEventListener("close", ({ code }) => this.#lose(socket, code));
  }

  end(): void {
    this.#isEnded = true;
    for (const timer of [this.#again, this.#pong, this.#ping, this.#poll]) clearTimeout(timer);
    window.removeEventListener("online", this.#comeBack);
    document.removeEventListener("visibilitychange", this.#comeBack);
    this.#socket?.close();
  }

  #hear(data: unknown): void {
    clearTimeout(this.#pong);
    const frame = readFrame(data);
    if (frame === null) return;
    this.#failures = 0;
    setLiveness("live");
    this.#take(frame);
  }

  #take(frame: Frame): void {
    this.#seq = frame.seq;
    this.#stale = addFrame(this.#stale, frame);
    void this.#ask();
  }

  /** One round of questions after the other, and none while nobody looks. */
  async #ask(): Promise<void> {
    if (this.#isAsking || this.#stale.length === 0 || document.hidden) return;
    this.#isAsking = true;
    const stale = this.#stale;
    this.#stale = NOTHING_STALE;
    const rest = new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
    await Promise.allSettled([stale === "everything" ? queries.invalidateQueries() : refresh(stale), rest]);
    this.#isAsking = false;
    void this.#ask();
  }

  #lose(socket: WebSocket, code: number): void {
    if (this.#isEnded || socket !== this.#socket) return;
    this.#socket = null;
    clearTimeout(this.#pong);
    if (code === COME_BACK) return this.open();
    this.#failures += 1;
    setLiveness("reconnecting");
    // The next question to the API finds out, and asks for a sign-in.
    if (code === NO_LONGER) void queries.invalidateQueries();
    this.#again = setTimeout(() => this.open(), againAfterMs(this.#failures, Math.random()));
  }

  /** Back on the network, or looked at again: no reason to wait any longer. */
  readonly #comeBack = (): void => {
    if (document.hidden) return;
    void this.#ask();
    if (this.#socket !== null) return this.#askForSign();
    clearTimeout(this.#again);
    this.open();
  };

  #askForSign(): void {
    const socket = this.#socket;
    if (socket?.readyState !== WebSocket.OPEN) return;
    socket.send("ping");
    clearTimeout(this.#pong);
    this.#pong = setTimeout(() => {
      socket.close();
      this.#lose(socket, 0);
    }, PONG_WITHIN_MS);
  }

  #pollIfMute(): void {
    if (!mustPoll(this.#failures) || document.hidden) return;
    this.#stale = "everything";
    void this.#ask();
  }
}
