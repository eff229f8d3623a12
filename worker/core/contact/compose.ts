// One turn is one message wherever it fits: what was said becomes what is sent.
import { numbered } from "#core/conversation/question";
import type { Effect, QuickReply } from "#core/conversation/run";
import type { PinnedFlow } from "#core/contact/memory";
import type { Line } from "#core/line";
import { CHARACTERS_MAX, clean, splitMessage } from "#core/text";

export type Say = Extract<Effect, { kind: "say" }>;

export interface Composed {
  readonly node: string;
  readonly text: string;
  readonly media: readonly string[];
  readonly options: readonly QuickReply[];
  readonly content: { readonly sid: string; readonly variables: Readonly<Record<string, string>> } | null;
}

/** Nobody reads more than this at once, and a record of the turn must fit a queue message of 128 KB (Cloudflare). */
export const PIECES_PER_TURN_MAX = 10;
/** The body of an interactive WhatsApp message (Meta, "Interactive messages"). */
const INTERACTIVE_CHARACTERS_MAX = 1_024;

/**
 * Paragraphs in order; quick replies where the channel and the published version have them, else a numbered list. A flow's
 * approved opening, where it has one, says all that it begins with.
 */
export function compose(
  says: readonly Say[],
  line: Line,
  flow: PinnedFlow,
  language: string,
  isBeginning = false,
): readonly Composed[] {
  const last = says.at(-1);
  if (last === undefined) return [];
  if (isBeginning && line.channel === "whatsapp" && flow.opening !== undefined)
    return [{ node: last.node, media: [], options: [], ...flow.opening }];
  const options = last.options ?? [];
  // The content was made for WhatsApp: a flow may be asked on other lines as well.
  const sid = line.channel === "whatsapp" && options.length > 0 ? contentOf(flow, last, language) : null;
  const isTappable = line.channel === "chat" || sid !== null;
  const paragraphs = says.map((say) =>
    say.options && !(isTappable && say === last) ? numbered(say.text, say.options) : say.text,
  );
  const pieces = cut(paragraphs, sid === null ? CHARACTERS_MAX : INTERACTIVE_CHARACTERS_MAX);
  const media = says.flatMap((say) => say.media ?? []);
  return pieces.map((text, index) => {
    const isLast = index === pieces.length - 1;
    return {
      node: last.node,
      text,
      media: index === 0 ? media : [],
      options: isLast && isTappable ? options : [],
      content: isLast && sid !== null ? { sid, variables: { "1": text } } : null,
    };
  });
}

/** The content of a question's quick replies; none for a question too long to stand above them. */
function contentOf(flow: PinnedFlow, { node, text }: Say, language: string): string | null {
  return text.length > INTERACTIVE_CHARACTERS_MAX ? null : (flow.quickReplies[`${node}:${language}`] ?? null);
}

/** All in one where it fits; else the last paragraph stays whole, since it is the question. */
function cut(paragraphs: readonly string[], lastMax: number): readonly string[] {
  const whole = paragraphs.join("\n\n");
  if (whole.length <= lastMax) return [clean(whole)];
  if (lastMax === CHARACTERS_MAX)
    return splitMessage(whole)
      .slice(0, PIECES_PER_TURN_MAX)
      .map((text) => clean(text));
  const before = splitMessage(paragraphs.slice(0, -1).join("\n\n")).slice(0, PIECES_PER_TURN_MAX - 1);
  return [...before, paragraphs.at(-1) ?? ""].map((text) => clean(text));
}
