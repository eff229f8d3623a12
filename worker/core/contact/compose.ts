// One turn is one message wherever it fits: what was said becomes what is sent.
import { numbered } from "#core/conversation/question";
import type { Effect, QuickReply } from "#core/conversation/run";
import type { PinnedFlow } from "#core/contact/memory";
import type { Line } from "#core/line";
import { CHARACTERS_MAX, splitMessage } from "#core/text";

export type Say = Extract<Effect, { kind: "say" }>;

export interface Composed {
  readonly node: string;
  readonly text: string;
  readonly media: readonly string[];
  readonly options: readonly QuickReply[];
  readonly content: { readonly sid: string; readonly variables: Readonly<Record<string, string>> } | null;
}

/** Paragraphs in order; quick replies where the channel and the published version have them, else a numbered list. */
export function compose(
  says: readonly Say[],
  line: Line,
  flow: PinnedFlow,
  language: string,
): readonly Composed[] {
  const last = says.at(-1);
  if (last === undefined) return [];
  const options = last.options ?? [];
  const sid = options.length > 0 ? (flow.quickReplies[`${last.node}:${language}`] ?? null) : null;
  const tappable = line.channel === "chat" || sid !== null;
  const paragraphs = says.map((say) =>
    say.options && !(tappable && say === last) ? numbered(say.text, say.options) : say.text,
  );
  const whole = paragraphs.join("\n\n");
  const pieces = whole.length <= CHARACTERS_MAX ? [whole] : splitMessage(whole);
  const media = says.flatMap((say) => say.media ?? []);
  return pieces.map((text, index) => {
    const isLast = index === pieces.length - 1;
    return {
      node: last.node,
      text,
      media: index === 0 ? media : [],
      options: isLast && tappable ? options : [],
      content: isLast && sid !== null ? { sid, variables: { "1": text } } : null,
    };
  });
}
