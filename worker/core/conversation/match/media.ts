// Pictures, recordings and files.
import type { AnswerRuleOf } from "#core/conversation/flow";
import type { Attachment } from "#core/conversation/run";
import { vocabularyOf } from "./reading/vocabulary.ts";
import { matched, type Match, type MatchContext, type Said, unmatched } from "./said.ts";

const KINDS = ["image", "audio", "video", "document"] as const;
type MediaKind = (typeof KINDS)[number];

/** Keeps the attachments of the kinds asked for; all of them where none is named. */
export function matchMedia({ accept }: AnswerRuleOf<"media">, said: Said, context: MatchContext): Match {
  const attachments = said.attachments ?? [];
  if (attachments.length === 0) return unmatched(said.text.trim() === "" ? "empty" : "not-media");
  const accepted = attachments.filter(({ type }) => accept === undefined || accept.includes(mediaKind(type)));
  return accepted.length === 0 ? unmatched("wrong-media") : matched(accepted, labelOf(accepted, context));
}

/** By the first half of the MIME type; whatever is neither seen nor heard is a document. */
function mediaKind(type: string): MediaKind {
  const [family = ""] = type.trim().toLowerCase().split("/");
  return KINDS.find((kind) => kind === family) ?? "document";
}

/** "photo, 2 × video". */
function labelOf(attachments: readonly Attachment[], context: MatchContext): string {
  const [{ media }] = vocabularyOf(context);
  const counts = KINDS.map((kind) => ({
    kind,
    count: attachments.filter(({ type }) => mediaKind(type) === kind).length,
  }));
  return counts
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => (count === 1 ? media[kind] : `${count} × ${media[kind]}`))
    .join(", ");
}
