// Why a planned message was held back in the end, in words.
import type { Claim } from "#core/contact/claim";

/** What the person's object, or the end of the campaign, says. */
type Word = Extract<Claim, { kind: "refused" }>["why"] | "over" | "refused" | "canceled";

const WORDS = {
  "opted-out": "they asked to hear nothing from us meanwhile",
  suppressed: "we were told meanwhile not to write to them",
  "no-consent": "their agreement was taken back meanwhile",
  "in-conversation": "they were in a conversation when their turn came",
  "frequency-cap": "they had heard from us often enough by then",
  "never-open": "no opening hours were left before the campaign ended",
  expired: "the campaign ended before their turn came",
  passed: "its moment had passed",
  unreachable: "their address is gone",
  silent: "the flow had nothing to say to them",
  over: "the campaign ended before their turn came",
  refused: "it was refused",
  canceled: "it was cancelled",
} as const satisfies Readonly<Partial<Record<Word, string>>>;

export function describeRefusal(word: string): string {
  return Object.hasOwn(WORDS, word) ? WORDS[word as keyof typeof WORDS] : word;
}
