// A template in a line of a list.
import type { Template } from "./questions.ts";

type Document = Template["template"];

/** Every language it has words in, on any channel. */
export function languagesOf({ text, whatsapp }: Document): readonly string[] {
  const own = whatsapp?.kind === "content" ? whatsapp.contents : whatsapp?.text;
  return [...new Set([...Object.keys(text ?? {}), ...Object.keys(own ?? {})])];
}

export function firstWords({ language, text, whatsapp }: Document): string {
  const words = text ?? (whatsapp?.kind === "text" ? whatsapp.text : undefined);
  if (words !== undefined) return words[language] ?? Object.values(words)[0] ?? "";
  if (whatsapp?.kind !== "content") return "";
  return Object.values(whatsapp.contents)[0]?.body ?? "Approved content";
}

export function whatsappOf({ whatsapp }: Document): string {
  if (whatsapp === undefined) return "The same words";
  return whatsapp.kind === "content" ? "Approved content" : "Words of its own";
}
