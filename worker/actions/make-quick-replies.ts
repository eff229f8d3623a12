// Buttons for WhatsApp: content made once per question and language when a flow is published. Without it people get a numbered list.
import type { Flow, Node } from "#core/conversation/flow";
import { quickReplies } from "#core/conversation/question";
import type { QuickReply } from "#core/conversation/run";
import { languagesOf, wordingOf } from "#core/conversation/words";
import { describeError } from "../log.ts";
import type { Services } from "../services.ts";

/** Each is a call to Twilio while somebody waits for "published"; what is beyond gets numbered lists. */
const CONTENTS_MAX = 60;
const AT_ONCE = 6;
/** What Twilio shows its reviewers of the question (Content API: samples of 1,024 characters). */
const SAMPLE_CHARACTERS_MAX = 1_000;

interface Question {
  /** `node:language`. */
  readonly key: string;
  readonly language: string;
  readonly sample: string;
  readonly options: readonly QuickReply[];
}

export type Contents = Readonly<Record<string, string>>;

/** SIDs by `node:language`. What a published version has already is used again. A refusal or a time-out only costs the buttons. */
export async function makeQuickReplies(
  services: Services,
  slug: string,
  flow: Flow,
  before: { readonly document: Flow; readonly quickReplies: Contents } | null,
): Promise<Contents> {
  const known = before === null ? [] : questionsOf(before.document);
  const kept: Record<string, string> = {};
  const missing: Question[] = [];
  for (const question of questionsOf(flow)) {
    const same = known.some((other) => other.key === question.key && isSame(other, question));
    const sid = same ? before?.quickReplies[question.key] : undefined;
    if (sid === undefined) missing.push(question);
    else kept[question.key] = sid;
  }
  for (let first = 0; first < Math.min(missing.length, CONTENTS_MAX); first += AT_ONCE) {
    const some = missing.slice(first, Math.min(first + AT_ONCE, CONTENTS_MAX));
    const sids = await Promise.all(some.map((question) => make(services, slug, question)));
    for (const [index, { key }] of some.entries()) {
      const sid = sids[index];
      if (sid) kept[key] = sid;
    }
  }
  return kept;
}

async function make(
  { twilio, log }: Services,
  slug: string,
  { key, ...question }: Question,
): Promise<string | null> {
  try {
    return await twilio.createQuickReplies({ name: `${slug} ${key}`, ...question });
  } catch (error) {
    log.warn("content-not-made", { slug, key, error: describeError(error) });
    return null;
  }
}

function questionsOf(flow: Flow): readonly Question[] {
  return flow.nodes.flatMap((node) => {
    const rule = ruleOf(node);
    if (rule === null || !("text" in node) || node.text === undefined) return [];
    const { id, text } = node;
    return flow.languages.map((language) => {
      const languages = languagesOf(language, flow.languages);
      return {
        key: `${id}:${language}`,
        language,
        sample: wordingOf(text, languages).slice(0, SAMPLE_CHARACTERS_MAX),
        options: quickReplies({ node: id, rule, languages }),
      };
    });
  });
}

/** One tap answers one choice; scales and free answers have no buttons. */
function ruleOf(node: Node) {
  if (node.kind === "consent" && node.mode === "confirm") return { kind: "yes-no" } as const;
  return node.kind === "ask" && (node.answer.kind === "choice" || node.answer.kind === "yes-no")
    ? node.answer
    : null;
}

/** The text is a variable of the content, so that only the buttons count. */
function isSame(a: Question, b: Question): boolean {
  return JSON.stringify(a.options) === JSON.stringify(b.options);
}
