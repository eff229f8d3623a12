// What became of a question to a volunteer, in the words of those who plan shifts.
import type { Asking } from "./questions.ts";

type State = Asking["state"];
type WayName = Asking["ways"][number]["way"];

export const STATE_WORDS: Readonly<Record<State, { readonly label: string; readonly color: string }>> = {
  waiting: { label: "Will be asked", color: "gray" },
  asked: { label: "No answer yet", color: "blue" },
  "not-reached": { label: "Not reached", color: "red" },
  missed: { label: "Asked too late", color: "orange" },
  confirmed: { label: "Will be there", color: "teal" },
  returned: { label: "Gave it back", color: "orange" },
  taken: { label: "Took it", color: "teal" },
  declined: { label: "Cannot", color: "gray" },
  gone: { label: "Somebody was quicker", color: "gray" },
};

export const WAY_WORDS: Readonly<Record<WayName, string>> = {
  email: "e-mail",
  sms: "text",
  whatsapp: "WhatsApp",
};

const REASONS: Readonly<Record<string, string>> = {
  "opted-out": "said STOP",
  suppressed: "may not be written to",
  "no-consent": "never agreed to it",
  closed: "outside the line's hours",
  window: "has not written on WhatsApp for a day",
  "no-line": "the group has no line for it",
  "no-phone": "has no phone",
  undelivered: "it did not arrive",
};

/** "text: said STOP", "e-mail". */
export function tellWay({ way, state, reason }: Asking["ways"][number]): string {
  const why = reason === null ? null : (REASONS[reason] ?? reason.replaceAll("-", " "));
  if (state === "waiting") return `${WAY_WORDS[way]}: waits${why === null ? "" : `, ${why}`}`;
  return why === null ? WAY_WORDS[way] : `${WAY_WORDS[way]}: ${why}`;
}
