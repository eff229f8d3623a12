// An open page inside the runtime: its socket to the feed, and what came over it.
import { env, exports } from "cloudflare:workers";
import type { Frame } from "#core/feed/news";
import { ORIGIN, OWNER } from "./api-calls.ts";

export const feed = () => env.FEED.getByName("feed");

/** Asks for a socket, with the owner's token where no headers are given. */
export function connect(
  headers: Record<string, string> = { authorization: `Bearer ${OWNER}` },
  query = "",
): Promise<Response> {
  return exports.default.fetch(`${ORIGIN}/api/v1/feed${query}`, {
    headers: { upgrade: "websocket", ...headers },
  });
}

export class OpenPage {
  readonly frames: Frame[] = [];
  readonly closed: number[] = [];
  readonly pongs: string[] = [];
  readonly socket: WebSocket;

  constructor(socket: WebSocket) {
    this.socket = socket;
    socket.addEventListener("message", ({ data }) => {
      const text = String(data);
      if (text === "pong") this.pongs.push(text);
      else this.frames.push(JSON.parse(text) as Frame);
    });
    socket.addEventListener("close", ({ code }) => void this.closed.push(code));
    socket.accept();
  }

  static async open(...how: Parameters<typeof connect>): Promise<OpenPage> {
    const { webSocket, status } = await connect(...how);
    if (webSocket === null) throw new Error(`no socket, but ${status}`);
    return new OpenPage(webSocket);
  }

  /** Waits until it holds of the page. */
  async until(what: (page: OpenPage) => boolean): Promise<this> {
    for (let tries = 0; tries < 200; tries += 1) {
      if (what(this)) return this;
      await scheduler.wait(20);
    }
    throw new Error(`only ${JSON.stringify({ frames: this.frames, closed: this.closed })}`);
  }

  async hears(topic: string): Promise<this> {
    return this.until(({ frames }) =>
      frames.some((frame) => frame.kind === "news" && frame.topics.some((each) => each === topic)),
    );
  }

  get seq(): number {
    return this.frames.at(-1)?.seq ?? -1;
  }
}
