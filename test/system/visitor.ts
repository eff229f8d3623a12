// Somebody on the web chat: opens the page, keeps its cookie, and talks over a real WebSocket.
import * as z from "zod";
import type { Deliver } from "./api.ts";
import { eventually } from "./eventually.ts";

const Frame = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("message"),
    id: z.string(),
    from: z.enum(["us", "you"]),
    text: z.string(),
    options: z.array(z.looseObject({ id: z.string(), label: z.string() })),
    at: z.number(),
  }),
  z.object({ kind: z.literal("problem"), text: z.string() }),
]);
export type Frame = z.infer<typeof Frame>;

export interface Visitor {
  /** Everything the page was sent, in order; after a reconnection what is shown again comes again. */
  readonly frames: readonly Frame[];
  /** Sends a line of text, as the page does; the id may be given to send a frame twice. */
  readonly say: (text: string, id?: string) => void;
  /** Waits for words of ours that contain the text and that no `expect` has claimed. */
  readonly expect: (wanted: string, withinMs?: number) => Promise<Frame>;
  /** Our words that no `expect` has claimed; those shown again after a reconnection are the same words. */
  readonly unclaimed: () => readonly Frame[];
  /** Closes the socket and opens another with the same cookie. */
  readonly reconnect: () => Promise<void>;
  readonly leave: () => void;
}

export interface Door {
  readonly publicUrl: string;
  /** Where sockets are opened: `ws://127.0.0.1:8787`. */
  readonly socketUrl: string;
  readonly deliver: Deliver;
}

/** Opens the chat of a flow; throws when the page or its socket refuses. */
export async function visit(door: Door, flow: string): Promise<Visitor> {
  const page = await door.deliver(new Request(`${door.publicUrl}/chat/${flow}`));
  if (!page.ok) throw new Error(`/chat/${flow} was answered ${page.status}: ${await page.text()}`);
  const cookie = page.headers.get("set-cookie")?.split(";", 1)[0] ?? "";
  const frames: Frame[] = [];
  const claimed = new Set<unknown>();
  const headers = { cookie, origin: door.publicUrl };
  const connect = () => open(`${door.socketUrl}/chat/${flow}/socket`, headers, (frame) => frames.push(frame));
  const unclaimed = () => frames.filter((frame) => isOurs(frame) && !claimed.has(keyOf(frame)));
  let socket = await connect();
  return {
    frames,
    say: (text, id = crypto.randomUUID()) => socket.send(JSON.stringify({ id, text })),
    expect: async (wanted, withinMs = 5_000) => {
      const find = async () => unclaimed().find(({ text }) => text.includes(wanted));
      const found = await eventually(find, { withinMs }).catch(() => {
        throw new Error(describe(wanted, frames));
      });
      claimed.add(keyOf(found));
      return found;
    },
    unclaimed,
    reconnect: async () => {
      socket.close();
      socket = await connect();
    },
    leave: () => socket.close(),
  };
}

/** What is shown again after a reconnection has the same id. */
function keyOf(frame: Frame): unknown {
  return frame.kind === "message" ? frame.id : frame;
}

function isOurs(frame: Frame): boolean {
  return frame.kind === "problem" || frame.from === "us";
}

function describe(wanted: string, frames: readonly Frame[]): string {
  const seen = frames.map((frame) => `  ${isOurs(frame) ? "<" : ">"} ${frame.text}`);
  return [`the visitor expected "${wanted}"; the chat so far:`, ...seen].join("\n");
}

function open(
  url: string,
  headers: Record<string, string>,
  hear: (frame: Frame) => void,
): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    // Node's WebSocket takes headers where the browser's takes protocols; only the browser's is in the types.
    const socket: WebSocket = Reflect.construct(WebSocket, [url, { headers }]);
    socket.addEventListener("message", ({ data }) => hear(Frame.parse(JSON.parse(String(data)))));
    socket.addEventListener("open", () => resolve(socket));
    socket.addEventListener("error", () => reject(new Error(`no socket at ${url}`)));
  });
}
