// What a handset received, as a test reads it and as a failed expectation prints it.
import type { Exchange } from "./exchange.ts";
import type { HandsetState } from "./handset-state.ts";
import type { Message, Option } from "./message.ts";

export type Received = {
  sid: string;
  body: string;
  /** The URLs the product sent, for pictures. */
  media: string[];
  options: Option[];
  /** The line's address. */
  from: string;
  /** Epoch ms on the carrier's clock. */
  at: number;
  by: "product" | "carrier";
};

export function toReceived(message: Message): Received {
  return {
    sid: message.sid,
    body: message.body,
    media: message.media.flatMap((media) => (media.kind === "linked" ? [media.url] : [])),
    options: message.options,
    from: message.from,
    at: message.sentAt ?? message.createdAt,
    by: message.by === "carrier" ? "carrier" : "product",
  };
}

/** What to say when an expected message did not come: what did come instead, and what the carrier complained of. */
export function describeInbox(
  exchange: Exchange,
  state: HandsetState,
  wanted: string | RegExp,
  withinMs: number,
  unclaimed: readonly Message[],
): string {
  const who = state.name === undefined ? state.number : `${state.name} (${state.number})`;
  const complaints = exchange.log.entries.flatMap((entry) =>
    entry.kind === "debugger" &&
    entry.sid !== undefined &&
    exchange.messages.get(entry.sid)?.handset === state.number
      ? [`  ! ${entry.code} ${entry.message}`]
      : [],
  );
  return [
    `${who} expected ${String(wanted)} within ${withinMs} ms; unclaimed in the inbox:`,
    ...(unclaimed.length === 0 ? ["  (nothing)"] : unclaimed.map((message) => `  < ${message.body}`)),
    ...complaints.slice(-5),
  ].join("\n");
}
