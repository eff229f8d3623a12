// Shifts that nobody has, as an e-mail for the coordinators of a group.
import type { MailDocument } from "#core/mail/document";
import type { Span } from "../rota/spans.ts";
import { nameShift } from "./words.ts";

export interface GapPlace {
  readonly group: string;
  readonly zone: string;
  /** Of the product, without a slash at its end. */
  readonly url: string;
}

/** All gaps of one day, at least one, in the order of time. */
export function gapDocument(gaps: readonly Span[], { group, zone, url }: GapPlace): MailDocument {
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
        text: "The other volunteers of the group were asked, and none has taken it so far. Unless somebody does, callers reach the voicemail or the number you set.",
      },
      { kind: "button", text: "Open the rota", url: `${url}/helplines` },
    ],
    reason: `You get this because you are named as a coordinator of ${group}.`,
  };
}
