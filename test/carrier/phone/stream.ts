// One page's stream of events, for as long as the page is open.
import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import { type Desk, type Page, replayNotes, sendAll } from "./events.ts";

/** Proxies and browsers drop a stream that is silent for longer. */
const HEARTBEAT_MS = 20_000;

/** `?number=` names the phone whose thread the page shows; without one it hears of the world only. */
export function streamEvents(c: Context, desk: Desk): Response {
  return streamSSE(c, async (stream) => {
    const write = (data: string, event?: string): void => {
      // A page that has gone is noticed below.
      void stream.writeSSE({ data, ...(event === undefined ? {} : { event }) }).catch(() => undefined);
    };
    const page: Page = {
      number: c.req.query("number") ?? "",
      send: (event) => write(JSON.stringify(event)),
      pending: false,
      mailVersion: -1,
    };
    desk.pages.add(page);
    sendAll(desk, page);
    replayNotes(desk, page);
    await new Promise<void>((gone) => {
      const heartbeat = setInterval(() => write("", "heartbeat"), HEARTBEAT_MS);
      stream.onAbort(() => {
        // A timer left behind would keep the whole process from ending.
        clearInterval(heartbeat);
        desk.pages.delete(page);
        gone();
      });
    });
  });
}
