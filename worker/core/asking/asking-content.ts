// Questions about shifts in words that WhatsApp approved: all that reaches somebody who has not written there for a day.
import type { PinnedFlow } from "#core/contact/memory";
import type { HelplineConfig } from "../helpline/helpline.ts";
import { printedBy, renderMessage } from "../message-template/render-message.ts";
import type { MessageTemplate } from "../message-template/template.ts";
import { wordingFor, wordingsFor } from "../message-template/wording.ts";
import type { Asking, AskingKind } from "./asking.ts";
import type { AskingText } from "./asking-flow.ts";
import { nameShift } from "./words.ts";

/** What the variables of such content print. */
export const PRINTED = ["group", "shift", "name"] as const;
type Printed = (typeof PRINTED)[number];

/** What the group has for this kind of question, as a template; null where it has nothing. */
export function contentFor(config: HelplineConfig, kind: AskingKind): MessageTemplate | null {
  const contents = config.reminders.contents?.[kind];
  return contents === undefined || Object.keys(contents).length === 0
    ? null
    : { language: config.language, placeholders: [], whatsapp: { kind: "content", contents } };
}

/** Filled in for one volunteer; null where it cannot be. All askings are of one kind. */
export function askingContent(
  askings: readonly Asking[],
  template: MessageTemplate,
  { group, zone, language, name }: AskingText & { readonly name: string },
): PinnedFlow["opening"] | null {
  const wording = wordingFor(template, "whatsapp", language);
  if (wording === null) return null;
  const shift = askings.map((asking) => nameShift(asking, zone, wording.language)).join("; ");
  const values: Record<Printed, string> = { group, shift, name };
  const message = renderMessage(template, values, "whatsapp", language);
  return message.kind === "ok" && message.content !== null
    ? { text: message.text, content: message.content }
    : null;
}

/** What it prints that nobody could fill in. */
export function unknownIn(template: MessageTemplate): readonly string[] {
  const known: readonly string[] = PRINTED;
  return wordingsFor(template, "whatsapp")
    .flatMap((wording) => printedBy(wording).map(({ name }) => name))
    .filter((name) => !known.includes(name));
}
