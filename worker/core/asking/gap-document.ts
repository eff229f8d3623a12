// Shifts that nobody has, as an e-mail for the coordinators of a group.
import type { MailDocument } from "#core/mail/document";
import type { HelplineConfig } from "../helpline/helpline.ts";
import type { Span } from "../rota/spans.ts";
import { nameShift } from "./words.ts";

export interface GapPlace {
  readonly group: string;
  readonly zone: string;
  /** What becomes of calls that nobody takes. */
  readonly otherwise: HelplineConfig["otherwise"];
  /** Of the group's rota. */
  readonly url: string;
}

/** All gaps of one day, at least one, in the order of time. */
export function gapDocument(gaps: readonly Span[], { group, zone, otherwise, url }: GapPlace): MailDocument {
  const times = gaps.map((gap) => nameShift(gap, zone, "en-GB"));
  return {
    language: "en",
    subject: `${group}: nobody ${times[0] ?? ""}${times.length > 1 ? `, and ${times.length - 1} more` : ""}`,
    preview: times.join("; "),
    blocks: [
      { kind: "heading", text: times.length === 1 ? "Nobody is on shift" : "Nobody is on these shifts" },
      { kind: "list", items: times, tone: "bad" },
      {
        kind: "text",
        text: `Whoever of the group could be asked was asked, and nobody has taken ${times.length === 1 ? "it" : "them"} so far. Unless somebody does, callers ${otherwise.kind === "number" ? `are put through to ${otherwise.number}` : "are asked to leave a message"}.`,
      },
      { kind: "button", text: "Open the rota", url },
    ],
    reason: `You get this because you are named as a coordinator of ${group}.`,
  };
}
