// A conversation in an address: the person's address and the line, by their ids.
import type { ConversationPlace } from "./conversation.ts";

export function keyOf({ addressId, lineId }: ConversationPlace): string {
  return `${addressId}.${lineId}`;
}

/** null for what is no such key. */
export function readKey(key: string | undefined): ConversationPlace | null {
  const [addressId = "", lineId = ""] = key?.split(".") ?? [];
  return addressId === "" || lineId === "" ? null : { addressId, lineId };
}
