// A socket that comes back: what was typed while it was away is sent again, and counts once.
import type { Frame, Saying } from "./frames";
import { Unsent } from "./unsent";

/** `gone`, `erased` and `crowded` are final: only a reload goes on from there. */
export type State = "connecting" | "open" | "away" | "gone" | "erased" | "crowded";

/** Waits double from half a second to half a minute: a server that is down is not helped by a crowd. */
const WAIT_MS_MIN = 500;
const WAIT_MS_MAX = 30_000;
/** Proxies close a silent socket after a minute or so; the object answers a ping without waking. */
const PING_EVERY_MS = 45_000;
/** Whatever is sent is answered well within this; a socket that says nothing is dead, whatever it calls itself. */
const ANSWER_WITHIN_MS = 10_000;

/** Why the object itself closes a socket, in its own words. */
const FINAL: Readonly<Record<string, State>> = { erased: "erased", "too many tabs": "crowded" };

export interface Listener {
  readonly hear: (frame: Frame) => void;
  readonly show: (state: State) => void;
}

export class Connection {
  readonly unsent = new Unsent();
  readonly #url: string;
  readonly #listener: Listener;
  #socket: WebSocket | null = null;
  #waitMs = WAIT_MS_MIN;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #deadline: ReturnType<typeof setTimeout> | undefined;
  /** One that comes back goes on; only a page that was just opened begins the flow. */
  #wasOpen = false;
  #isOver = false;

  constructor(url: string, listener: Listener) {
    this.#url = url;
    this.#listener = listener;
    listener.show("connecting");
    this.#open();
    setInterval(() => this.#ping(), PING_EVERY_MS);
    addEventListener("offline", () => this.#lose());
    addEventListener("online", () => this.#hurry());
    document.addEventListener("visibilitychange", () => !document.hidden && this.#hurry());
  }

  /** Sends now, or as soon as there is a line again. */
  say(saying: Saying): void {
    this.unsent.add(saying);
    if (this.#isOpen()) this.#send(JSON.stringify(saying));
  }

  #isOpen(): boolean {
    return this.#socket?.readyState === WebSocket.OPEN;
  }

  #open(): void {
    clearTimeout(this.#retry);
    this.#drop();
    const socket = new WebSocket(this.#wasOpen ? `${this.#url}?back=1` : this.#url);
    this.#socket = socket;
    let wasOpened = false;
    socket.addEventListener("open", () => {
      if (this.#socket !== socket) return;
      wasOpened = true;
      this.#wasOpen = true;
      this.#listener.show("open");
      this.#sendUnsent();
    });
    socket.addEventListener("message", ({ data }) => this.#socket === socket && this.#hear(String(data)));
    socket.addEventListener("close", ({ reason }) => {
      if (this.#socket !== socket) return;
      const final = FINAL[reason];
      if (final !== undefined) return this.#finish(final);
      this.#lose();
      if (!wasOpened) void this.#askWhy();
    });
  }

  #hear(data: string): void {
    clearTimeout(this.#deadline);
    this.#deadline = undefined;
    this.#waitMs = WAIT_MS_MIN;
    if (data === "pong") return;
    const frame = JSON.parse(data) as Frame;
    if (frame.kind === "message") this.unsent.confirm(frame.id);
    this.#listener.hear(frame);
  }

  #send(data: string): void {
    this.#socket?.send(data);
    this.#deadline ??= setTimeout(() => this.#lose(), ANSWER_WITHIN_MS);
  }

  #sendUnsent(): void {
    for (const saying of this.unsent.list()) this.#send(JSON.stringify(saying));
  }

  #ping(): void {
    if (!this.#isOpen()) return;
    this.#send("ping");
    // What was too much at once a minute ago may be welcome now.
    this.#sendUnsent();
  }

  /** Lets go of the socket, whatever it thinks of itself, and tries again in a while. */
  #lose(): void {
    this.#drop();
    this.#listener.show("away");
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.#open(), this.#waitMs * (0.5 + Math.random() / 2));
    this.#waitMs = Math.min(WAIT_MS_MAX, this.#waitMs * 2);
  }

  #drop(): void {
    clearTimeout(this.#deadline);
    this.#deadline = undefined;
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
  }

  /** The network is back, or somebody looks at the page again: no need to wait for the next try. */
  #hurry(): void {
    if (!this.#isOver && !this.#isOpen()) this.#open();
  }

  /** A browser does not tell how a socket was refused; the page itself does. */
  async #askWhy(): Promise<void> {
    try {
      const { status } = await fetch(location.pathname, { method: "HEAD", cache: "no-store" });
      if (status === 404) this.#finish("gone");
    } catch {
      // No network: the next try is under way.
    }
  }

  #finish(state: State): void {
    this.#isOver = true;
    clearTimeout(this.#retry);
    this.#drop();
    this.#listener.show(state);
  }
}
