// What the shape of a line's configuration cannot say: that its parts fit each other and the rest of the deployment.
import type { Channel } from "#core/conversation/run";
import type { LineConfig, SenderKind } from "#core/line";
import { findFlow } from "../db/flows.ts";
import { Problem } from "../errors.ts";
import { invalidAt } from "../explain.ts";
import type { Services } from "../services.ts";
import { checkZone } from "./check-zone.ts";

interface Kind {
  readonly channel: Channel;
  readonly address: RegExp;
  /** Goes on after "needs". */
  readonly looks: string;
}

const NUMBER = { address: /^\+\d+$/, looks: "a number such as +15550001000" } as const;
const KINDS: Readonly<Record<SenderKind, Kind>> = {
  "long-code": { channel: "sms", ...NUMBER },
  "toll-free": { channel: "sms", ...NUMBER },
  "short-code": { channel: "sms", address: /^\d+$/, looks: "a short code such as 12345" },
  "messaging-service": { channel: "sms", address: /^MG/, looks: "the SID of the service, MG and 32 digits" },
  whatsapp: { channel: "whatsapp", ...NUMBER },
  "whatsapp-sandbox": { channel: "whatsapp", ...NUMBER },
  chat: { channel: "chat", address: /^[a-z]/, looks: "the slug of a published flow" },
};

/** Throws `invalid` where the line could not work. */
export async function checkLine(
  { db }: Services,
  { channel, sender, address, zone }: LineConfig,
): Promise<void> {
  const kind = KINDS[sender];
  if (kind.channel !== channel) throw invalidAt({ path: "sender", message: `is not for ${channel}` });
  if (!kind.address.test(address)) throw invalidAt({ path: "address", message: `needs ${kind.looks}` });
  checkZone(zone);
  if (channel !== "chat") return;
  // Its chat line is what makes a flow public: everybody who finds the page may talk to it.
  const flow = await findFlow(db, address);
  if (flow === null || flow.slug !== address || flow.publishedVersionId === null) {
    throw invalidAt({ path: "address", message: `needs ${kind.looks}; "${address}" is none` });
  }
}

export const LINE_TAKEN = "There is a line with this address already. Archive it first, or change it.";

/** For a line that somebody else changed in the meantime. */
export function lineMoved(): Problem {
  return new Problem("conflict", "Somebody else changed this line meanwhile. Please look at it again.");
}
