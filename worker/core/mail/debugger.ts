// Which of Twilio's debugger reports an operator should hear of, and in which words.
import { maskNumbers } from "#core/phone";
import { failureOf } from "#core/status";

export interface Report {
  /** ERROR or WARNING. */
  readonly level: string;
  readonly code: number;
  /** Twilio's own words; may be empty. */
  readonly message: string;
}

/** Deliveries of single messages: each is told of by its own status callback, and shown with its message. */
const isOfOneMessage = (code: number) =>
  (code >= 30_000 && code < 31_000) || (code >= 63_000 && code < 64_000) || (code >= 21_000 && code < 22_000);
const MESSAGE_CHARACTERS_MAX = 200;

/** null for what needs nobody: warnings, and what became of one message unless the whole set-up is at fault. */
export function judgeReport({ level, code, message }: Report): string | null {
  if (level.toUpperCase() !== "ERROR") return null;
  if (isOfOneMessage(code) && !["configuration", "pause"].includes(failureOf(code))) return null;
  const words = maskNumbers(message).slice(0, MESSAGE_CHARACTERS_MAX).trim();
  return `Error ${code}${words === "" ? "" : `: ${words}`}\nhttps://www.twilio.com/docs/api/errors/${code}`;
}
