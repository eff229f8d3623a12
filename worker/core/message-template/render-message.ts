// One person's message: the words of their channel and language, filled in, and what the carrier will count.
import { placeholders, render } from "#core/template";
import { billedSegments, CHARACTERS_MAX } from "#core/text";
import { isBlank, valueAt } from "../template/values.ts";
import type { Values } from "../template/values.ts";
import { fillVariables } from "./content-variables.ts";
import { defaultsOf } from "./template.ts";
import type { MessageTemplate } from "./template.ts";
import { wordingFor } from "./wording.ts";
import type { Channel, Wording } from "./wording.ts";

export interface Message {
  readonly kind: "ok";
  /** What the person reads; of approved content as far as its words are known. */
  readonly text: string;
  readonly media: readonly string[];
  readonly content: { readonly sid: string; readonly variables: Readonly<Record<string, string>> } | null;
  /** What is paced and billed: an SMS by its segments, anything else as one. */
  readonly segments: number;
  readonly language: string;
  /** Placeholders the person lacks, where a default stands in. */
  readonly missing: readonly string[];
}

export type RenderedMessage =
  | Message
  /** The person lacks these and nothing stands in: not sent. */
  | { readonly kind: "missing"; readonly placeholders: readonly string[] }
  /** The template cannot be sent to this person as it is; `problem` is for its author. */
  | { readonly kind: "failed"; readonly problem: string };

/** `language` is the person's, null where it is not known. */
export function renderMessage(
  template: MessageTemplate,
  values: Values,
  channel: Channel,
  language: string | null,
): RenderedMessage {
  const wording = wordingFor(template, channel, language);
  if (wording === null) return { kind: "failed", problem: `it has no words for ${channel}` };
  const defaults = defaultsOf(template);
  const lacking = printedBy(wording).filter(({ name }) => isBlank(valueAt(values, name)));
  const blocking = lacking.filter(({ name, hasDefault }) => !hasDefault && !Object.hasOwn(defaults, name));
  if (blocking.length > 0) return { kind: "missing", placeholders: blocking.map(({ name }) => name) };
  const missing = lacking.map(({ name }) => name);
  return wording.kind === "text"
    ? renderText(wording, values, defaults, channel, missing)
    : renderContent(wording, values, defaults, missing);
}

/** Every value a wording prints, once. */
export function printedBy(wording: Wording): readonly { name: string; hasDefault: boolean }[] {
  const sources = wording.kind === "text" ? [wording.source] : Object.values(wording.content.variables);
  const found = new Map<string, boolean>();
  for (const { name, hasDefault } of sources.flatMap(placeholders)) {
    found.set(name, hasDefault && (found.get(name) ?? true));
  }
  return Array.from(found, ([name, hasDefault]) => ({ name, hasDefault }));
}

function renderText(
  { source, media, language }: Extract<Wording, { kind: "text" }>,
  values: Values,
  defaults: Readonly<Record<string, string>>,
  channel: Channel,
  missing: readonly string[],
): RenderedMessage {
  const rendered = render(source, values, defaults);
  if (rendered.kind === "failed") return { kind: "failed", problem: rendered.problem };
  const { text } = rendered;
  if (text.length > CHARACTERS_MAX)
    return {
      kind: "failed",
      problem: `it is ${text.length} characters long; ${CHARACTERS_MAX} are the most`,
    };
  const count = billedSegments(text, channel, media.length);
  return { kind: "ok", text, media, content: null, segments: count, language, missing };
}

function renderContent(
  { content: { contentSid, variables, body }, language }: Extract<Wording, { kind: "content" }>,
  values: Values,
  defaults: Readonly<Record<string, string>>,
  missing: readonly string[],
): RenderedMessage {
  const filled: Record<string, string> = {};
  for (const [name, source] of Object.entries(variables)) {
    const rendered = render(source, values, defaults);
    if (rendered.kind === "failed")
      return { kind: "failed", problem: `variable ${name}: ${rendered.problem}` };
    // WhatsApp refuses a variable with a line break, a tab or more than four spaces in a row.
    filled[name] = rendered.text.replace(/\s+/g, " ");
  }
  // Where the approved words are not known, what is ours of them says at least what it was about.
  const text = body === undefined ? Object.values(filled).join(" ") : fillVariables(body, filled);
  return {
    kind: "ok",
    text,
    media: [],
    content: { sid: contentSid, variables: filled },
    segments: 1,
    language,
    missing,
  };
}
