// A fresh message with everything that starts out the same.
import type { Exchange } from "./exchange.ts";
import type { Message } from "./message.ts";

type Given = Pick<Message, "direction" | "by" | "from" | "to" | "line" | "handset" | "body" | "status"> &
  Partial<Message>;

/** Mints the SID (`MM` with media, else `SM`) and the times; storing it is the caller's business. */
export function newMessage(exchange: Exchange, given: Given): Message {
  const now = exchange.clock.now();
  return {
    sid: exchange.mint((given.media ?? []).length > 0 ? "MM" : "SM"),
    media: [],
    options: [],
    createdAt: now,
    updatedAt: now,
    approvedTemplate: false,
    receipts: { last: Promise.resolve(), shuffled: [] },
    ...given,
  };
}
