// The web chat of one visitor: hibernatable sockets, the last words for one who comes back, and the frames between.
import * as z from "zod";
import type { Turn } from "#core/contact/turn";
import type { Inbound, Memory, Offer } from "#core/contact/memory";
import { receive } from "#core/contact/receive";
import type { QuickReply } from "#core/conversation/run";
import { clean } from "#core/text";
import type { Keeper } from "./keeper.ts";

/** A frame is a line of text; 8 KB holds 1,600 characters of any script. */
const FRAME_BYTES_MAX = 8_192;
/** A person types slower than this. */
const FRAMES_PER_MINUTE_MAX = 30;
/** What a visitor who reloads the page sees again. */
const SHOWN_MAX = 60;
/** One tab, a phone, and a few forgotten ones. */
const SOCKETS_MAX = 8;

/** What the page sends: `id` is its own, so that a frame sent again after a lost connection counts once. */
const Frame = z.object({
  id: z.string().min(1).max(60),
  text: z.string().max(4_000),
  option: z.string().max(60).optional(),
});

export interface Shown {
  readonly kind: "message";
  readonly id: string;
  readonly from: "us" | "you";
  readonly text: string;
  readonly options: readonly QuickReply[];
  readonly at: number;
}

interface Attachment {
  readonly lineId: string;
  readonly openedAt: number;
  readonly minute: number;
  readonly frames: number;
}

export class ChatRoom {
  readonly #ctx: DurableObjectState;
  readonly #keeper: Keeper;

  constructor(ctx: DurableObjectState, keeper: Keeper) {
    this.#ctx = ctx;
    this.#keeper = keeper;
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair("ping", "pong"));
  }

  /** Takes a socket that the Worker has checked; the URL's `line` says which chat it is. */
  accept(request: Request): Response {
    const lineId = new URL(request.url).searchParams.get("line") ?? "";
    this.#makeRoom();
    const { 0: client, 1: server } = new WebSocketPair();
    this.#ctx.acceptWebSocket(server, [lineId]);
    const openedAt = this.#keeper.now();
    server.serializeAttachment({ lineId, openedAt, minute: 0, frames: 0 } satisfies Attachment);
    for (const shown of this.#shown()[lineId] ?? []) tell(server, shown);
    return new Response(null, { status: 101, webSocket: client });
  }

  /** One frame of the visitor's: a turn like any other message, answered down every socket they have open. */
  hear(socket: WebSocket, data: string | ArrayBuffer): void {
    const now = this.#keeper.now();
    const frame = parseFrame(data);
    const room = socket.deserializeAttachment() as Attachment | null;
    if (frame === null || room === null) return complain(socket, "That message could not be read.");
    if (!this.#allows(socket, room, now))
      return complain(socket, "That was a lot at once. Please wait a minute.");
    const sid = `chat:${frame.id}`;
    const line = this.#keeper.memory.lines[room.lineId];
    if (line === undefined || this.#keeper.journal.has(sid)) return;

    const moment = this.#keeper.meet(now);
    const inbound: Inbound = {
      id: moment.mint(),
      sid,
      token: null,
      channel: "chat",
      to: line.address,
      serviceSid: null,
      text: clean(frame.text),
      attachments: [],
      location: null,
      option: frame.option ?? null,
      optOutType: null,
      profileName: null,
    };
    const received = receive(this.#keeper.memory, inbound, offerOf(this.#keeper.memory, room.lineId), moment);
    if (received.kind === "need") return;
    this.#keeper.commit(received.turn, { key: sid });
    this.show(received.turn, frame.id);
  }

  /** Sends what a turn says in a chat to every open socket of that chat, and keeps it for the next one. */
  show(turn: Turn, frameId?: string): void {
    const { lineId, messages } = turn.record;
    const said = messages.filter(({ channel }) => channel === "chat");
    if (said.length === 0 || lineId === null) return;
    const shown = said.map(({ id, direction, text, at }): Shown => {
      const options = turn.outgoing.find((message) => message.id === id)?.options ?? [];
      const isTheirs = direction === "in";
      return {
        kind: "message",
        id: (isTheirs && frameId) || id,
        from: isTheirs ? "you" : "us",
        text,
        options,
        at,
      };
    });
    const before = this.#shown();
    const after = [...(before[lineId] ?? []), ...shown].slice(-SHOWN_MAX);
    this.#keeper.store.put("chat", { ...before, [lineId]: after });
    for (const socket of this.#ctx.getWebSockets(lineId)) for (const message of shown) tell(socket, message);
  }

  close(): void {
    for (const socket of this.#ctx.getWebSockets()) socket.close(1000, "erased");
  }

  /** By line: one visitor may be in several chats. */
  #shown(): Readonly<Record<string, readonly Shown[]>> {
    return JSON.parse(this.#keeper.store.get("chat") ?? "{}") as Record<string, readonly Shown[]>;
  }

  /** The oldest tab gives way to a new one; in what order the runtime lists them is nowhere promised. */
  #makeRoom(): void {
    const open = this.#ctx.getWebSockets().filter(({ readyState }) => readyState === WebSocket.OPEN);
    if (open.length < SOCKETS_MAX) return;
    const [oldest] = open.toSorted((a, b) => openedAt(a) - openedAt(b));
    oldest?.close(1008, "too many tabs");
  }

  #allows(socket: WebSocket, room: Attachment, now: number): boolean {
    const minute = Math.floor(now / 60_000);
    const frames = room.minute === minute ? room.frames + 1 : 1;
    socket.serializeAttachment({ ...room, minute, frames } satisfies Attachment);
    return frames <= FRAMES_PER_MINUTE_MAX;
  }
}

function openedAt(socket: WebSocket): number {
  const room = socket.deserializeAttachment() as Attachment | null;
  return room?.openedAt ?? 0;
}

function parseFrame(data: string | ArrayBuffer): z.infer<typeof Frame> | null {
  if (typeof data !== "string" || data.length > FRAME_BYTES_MAX) return null;
  try {
    return Frame.safeParse(JSON.parse(data)).data ?? null;
  } catch {
    return null;
  }
}

function complain(socket: WebSocket, text: string): void {
  tell(socket, { kind: "problem", text });
}

/** A socket that is closing stays in the list until its page answers; one dead tab must not silence the others. */
function tell(socket: WebSocket, frame: object): void {
  if (socket.readyState !== WebSocket.OPEN) return;
  try {
    socket.send(JSON.stringify(frame));
  } catch (error) {
    console.warn(JSON.stringify({ event: "chat-socket-lost", error: String(error) }));
  }
}

/** The page's own flow is what a chat begins with, again and again; it was pinned when the page opened. */
function offerOf(memory: Memory, lineId: string): Offer {
  const line = memory.lines[lineId] ?? null;
  const flow = Object.values(memory.flows).find(({ slug }) => slug === line?.address);
  return {
    kind: "start",
    line,
    profile: null,
    trigger: flow === undefined ? null : { kind: "catch-all", flow },
    enrolments: "later",
  };
}
