// What puts right what the checklist found, by its code.
import type { Draft } from "./draft.ts";

export type Remedy =
  | { readonly kind: "line" }
  | { readonly kind: "template"; readonly template: string }
  | { readonly kind: "flow"; readonly flow: string }
  | { readonly kind: "segment"; readonly segment: string }
  /** On this very form. */
  | { readonly kind: "here"; readonly words: string };

/** null: there is nothing to go to. */
export function remedyOf(code: string, { variants, audience }: Draft): Remedy | null {
  const template = variants.flatMap(({ content }) =>
    content.kind === "template" ? [content.template] : [],
  )[0];
  const flow = variants.flatMap(({ content }) => (content.kind === "flow" ? [content.flow] : []))[0];
  switch (code) {
    case "no-prices":
    case "unpriced-countries":
    case "spend-cap":
    case "no-line":
      return { kind: "line" };
    case "missing-placeholders":
    case "text-fails":
    case "costly-character":
    case "whatsapp-window":
    case "words-broken":
    case "no-words":
    case "no-template":
      return template === undefined || template === "" ? null : { kind: "template", template };
    case "no-flow":
    case "flow-unpublished":
      return flow === undefined || flow === "" ? null : { kind: "flow", flow };
    case "empty-audience":
    case "all-excluded":
    case "some-excluded":
    case "no-segment":
      return audience.kind === "segment" && audience.segment !== ""
        ? { kind: "segment", segment: audience.segment }
        : null;
    case "expired":
      return { kind: "here", words: "Set a later end under More." };
    case "never-open":
    case "unfinished":
      return { kind: "here", words: "Widen its hours, or set a later end, under More." };
    case "quota-without-questions":
    case "quota-too-high":
    case "daily-cap":
    case "variant-for-nobody":
      return { kind: "here", words: "You find this under More." };
    default:
      return null;
  }
}
