// A message to a number of one's own, to see that everything is connected.
import type { Actor } from "../actor.ts";
import { listLines } from "../db/lines.ts";
import { Problem } from "../errors.ts";
import type { Services } from "../services.ts";
import { readNumber } from "./read-number.ts";
import { replyToPerson } from "./reply-to-person.ts";

/** More lines than any deployment has had. */
const LINES_MAX = 200;

export interface TestMessage {
  readonly to: string;
  readonly body: string;
  /** The newest line for texts where absent, else the newest for WhatsApp. */
  readonly lineId?: string | undefined;
  /** The message's: the same twice is sent once. */
  readonly id: string;
}

/** Returns the message's id. Throws `invalid`, `not_found`, or `conflict`. */
export async function sendTestMessage(
  services: Services,
  actor: Actor,
  { to, body, lineId, id }: TestMessage,
): Promise<string> {
  const address = await readNumber(services, to, "to");
  const addressId = await services.identity.idOf(address);
  const line = lineId ?? (await pickLine(services));
  return replyToPerson(services, actor, { addressId, address, lineId: line, text: body, id });
}

/** The line to send from where none is named: the newest for texts, else for WhatsApp. Throws `conflict` where there is none. */
export async function pickLine({ db }: Services): Promise<string> {
  const lines = await listLines(db, LINES_MAX, {});
  const line =
    lines.find(({ channel }) => channel === "sms") ?? lines.find(({ channel }) => channel === "whatsapp");
  if (line === undefined) throw new Problem("conflict", "There is no line yet to send from.");
  return line.id;
}
