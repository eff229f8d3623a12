// A question to a volunteer about one shift on one date: will you be there, or can you take it?
import { deriveId } from "#core/id";
import type { Opening } from "./opening.ts";

export const ASKING_KINDS = ["reminder", "offer"] as const;
export type AskingKind = (typeof ASKING_KINDS)[number];
export const WAYS = ["email", "sms", "whatsapp"] as const;
export type Way = (typeof WAYS)[number];

/** What they answered, or what came of it where that is not the same. */
export type Answer =
  | "confirmed"
  | "returned"
  | "taken"
  | "declined"
  /** Somebody was quicker. */
  | "gone";

export interface Asking {
  readonly id: string;
  readonly kind: AskingKind;
  readonly helplineId: string;
  readonly volunteerId: string;
  readonly shiftId: string;
  readonly date: string;
  /** Epoch milliseconds. */
  readonly startsAt: number;
  readonly endsAt: number;
  readonly answer: Answer | null;
  readonly answeredAt: number | null;
}

/** The same shift, date and volunteer are reminded once, whoever asks for it; an opening is offered to each once. */
export function reminderId(helplineId: string, shiftId: string, date: string, volunteerId: string): string {
  return deriveId("reminder", helplineId, shiftId, date, volunteerId);
}

export function offerId({ id }: Pick<Opening, "id">, volunteerId: string): string {
  return deriveId("offer", id, volunteerId);
}

/** How an asking is called inside a flow, where names are letters and digits. */
export function nameOfAsking(id: string): string {
  return `a${id.replaceAll("-", "")}`;
}

/** The id behind such a name; null for any other name. */
export function askingNamed(name: string): string | null {
  const digits = /^a([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/.exec(name);
  return digits === null ? null : digits.slice(1).join("-");
}
