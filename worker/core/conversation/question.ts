// How a question shows what it can be answered with: quick replies where the channel has them, a numbered list where not.
import type { AnswerRule } from "#core/conversation/flow";
import type { Channel, QuickReply } from "#core/conversation/run";
import { sentencesIn } from "#core/conversation/sentences";
import { wordingOf } from "#core/conversation/words";

/** Who is asked what: the node, so that a tap on an old question is known as such, and the languages, best first. */
export interface Asking {
  readonly node: string;
  readonly rule: AnswerRule;
  readonly channel: Channel;
  readonly languages: readonly string[];
}

export interface Question {
  readonly text: string;
  readonly options?: readonly QuickReply[];
}

/** The text as it is said: with the list by SMS, bare beside quick replies. One tap cannot choose twice, so several choices are always a list. */
export function renderQuestion(text: string, asking: Asking): Question {
  const options = quickReplies(asking);
  if (options.length === 0) return { text };
  if (asking.channel === "sms" || asking.rule.kind === "multi-choice")
    return { text: numbered(text, options) };
  return { text, options };
}

/** The text with "1. Label" lines, for where quick replies are not possible. Replies whose words say it themselves (yes, 5) are not listed. */
export function numbered(text: string, options: readonly QuickReply[]): string {
  const lines = options.flatMap(({ number, label }) => (number === undefined ? [] : [`${number}. ${label}`]));
  return [text, ...lines].join("\n");
}

/** What can be tapped; ids are `node:option`, the same in every language. */
export function quickReplies({ node, rule, languages }: Omit<Asking, "channel">): readonly QuickReply[] {
  switch (rule.kind) {
    case "choice":
    case "multi-choice":
      return rule.options.map(({ id, label }, index) => ({
        id: `${node}:${id}`,
        label: wordingOf(label, languages),
        number: index + 1,
      }));
    case "yes-no": {
      const { yes, no } = sentencesIn(languages);
      return [
        { id: `${node}:yes`, label: yes },
        { id: `${node}:no`, label: no },
      ];
    }
    case "rating":
      return scale(node, rule.min, rule.max);
    case "nps":
      return scale(node, 0, 10);
    case "text":
    case "number":
    case "date":
    case "email":
    case "phone":
    case "media":
    case "location":
      return [];
    default:
      return rule satisfies never;
  }
}

/** The option behind a tap, or null where the tapped question is not the present one. */
export function tappedOption(id: string, node: string): string | null {
  const [asked, option] = id.split(":");
  return asked === node && option !== undefined && option !== "" ? option : null;
}

function scale(node: string, min: number, max: number): readonly QuickReply[] {
  const values = Array.from({ length: max - min + 1 }, (_, index) => String(min + index));
  return values.map((label) => ({ id: `${node}:${label}`, label }));
}
