// A socket that comes back: what was typed while it was away is sent again, and counts once.

export interface Reply {
  readonly id: string;
  readonly label: string;
}

export type Frame =
  | {
      readonly kind: "message";
      readonly id: string;
      readonly from: "us" | "you";
      readonly text: string;
      readonly options: readonly Reply[];
      readonly at: number;
    }
  | { readonly kind: "problem"; readonly text: string };

export interface Saying {
  readonly id: string;
  readonly text: string;
  readonly option?: string;
}

export type State = "connecting" | "open" | "away";

/** Waits double from half a second to half a minute: a server that is down is not helped by a crowd. */
const WAIT_MS_MIN = 500;
const WAIT_MS_MAX = 30_000;
/** Proxies close a silent socket after a minute or so; the object answers a ping without waking. */
const PING_EVERY_MS = 45_000;

export class Connection {
  readonly #url: string;
  readonly #hear: (frame: Frame) => void;
  readonly #show: (state: State) => void;
  readonly #unsent = new Map<string, Saying>();
  #socket: WebSocket | null = null;
  #waitMs = WAIT_MS_MIN;

  constructor(url: string, hear: (frame: Frame) => void, show: (state: State) => void) {
    this.#url = url;
    this.#hear = hear;
    this.#show = show;
    this.#open();
    setInterval(() => this.#socket?.readyState === WebSocket.OPEN && this.#socket.send("ping"), PING_EVERY_MS);
    addEventListener("online", () => this.#socket?.readyState !== WebSocket.OPEN && this.#open());
  }

  /** Sends now, or as soon as there is a line again. */
  say(saying: Saying): void {
    this.#unsent.set(saying.id, saying);
    this.#flush();
  }

  #open(): void {
    this.#socket?.close();
    this.#show("connecting");
    const socket = new WebSocket(this.#url);
    this.#socket = socket;
    socket.addEventListener("open", () => {
      this.#waitMs = WAIT_MS_MIN;
      this.#show("open");
      this.#flush();
    });
    socket.addEventListener("message", ({ data }) => {
      if (data === "pong") return;
      const frame = JSON.parse(String(data)) as Frame;
      if (frame.kind === "message") this.#unsent.delete(frame.id);
      this.#hear(frame);
    });
    socket.addEventListener("close", () => {
      if (this.#socket !== socket) return;
      this.#show("away");
      setTimeout(() => this.#open(), this.#waitMs);
      this.#waitMs = Math.min(WAIT_MS_MAX, this.#waitMs * 2);
    });
  }

  #flush(): void {
    if (this.#socket?.readyState !== WebSocket.OPEN) return;
    for (const saying of this.#unsent.values()) this.#socket.send(JSON.stringify(saying));
  }
}
