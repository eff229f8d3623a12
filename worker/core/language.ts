// Picks the wording for a person: their language, its base language, else the first one written.
import type { Text } from "#core/conversation/flow";

export function inLanguage(text: Text | undefined, language: string): string | null {
  if (text === undefined) return null;
  const [base = language] = language.split("-");
  return text[language] ?? text[base] ?? Object.values(text)[0] ?? null;
}
