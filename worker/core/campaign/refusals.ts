// Why a planned message was held back or put off in the end, in words: what was decided after the audience was frozen.
import type { Claim } from "#core/contact/claim";

type Refused = Extract<Claim, { kind: "refused" }>["why"];
type PutOff = Extract<Claim, { kind: "later" }>["why"];

/** Beside the person's object there is the page before it, and the end of the campaign. */
const REFUSED = {
  "opted-out": "they asked to hear nothing from us meanwhile",
  suppressed: "we were told meanwhile not to write to them",
  "no-consent": "their agreement was taken back meanwhile",
  "in-conversation": "they were in a conversation when their turn came",
  "frequency-cap": "they had heard from us often enough by then",
  "never-open": "no opening hours were left before the campaign ended",
  expired: "the campaign expired before their turn came",
  passed: "its moment had passed",
  unreachable: "their address is gone",
  silent: "the flow had nothing to say to them",
  over: "the campaign ended before their turn came",
  broken: "their data could not be read",
  "country-not-allowed": "the line writes to no numbers of that country",
  "not-verified": "the number is not among those this trial account may write to",
  "missing-placeholders": "they lacked something that the text needs by then",
  "text-fails": "the template failed for them",
  refused: "it was refused",
  canceled: "it was cancelled",
} as const satisfies Readonly<Record<Refused, string> & Record<string, string>>;

const PUT_OFF = {
  hours: "until their opening hours",
  apart: "a few seconds, so that messages come in order",
  "in-conversation": "until their conversation is over",
  "put-off": "until a time that was set",
  "carrier-busy": "until the carrier takes more",
  "spend-cap": "until tomorrow, since the line's spend cap is reached",
  "broken-off": "until a page that broke off is tried again",
  late: "a moment, since its slot was missed",
  "tried-again": "until it is tried again",
} as const satisfies Readonly<Record<PutOff, string> & Record<string, string>>;

/** Why a page or the person's object puts a message off. */
export type WaitReason = keyof typeof PUT_OFF;

export function describeRefusal(word: string): string {
  return Object.hasOwn(REFUSED, word) ? REFUSED[word as keyof typeof REFUSED] : word;
}

/** Goes on after "waits". */
export function describeWait(word: string): string {
  return Object.hasOwn(PUT_OFF, word) ? PUT_OFF[word as keyof typeof PUT_OFF] : word;
}
