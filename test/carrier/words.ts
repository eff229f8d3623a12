// The opt-out words Twilio and the toll-free network handle by themselves, and what they say.
import { blockScope, optOutKeeper, type CarrierLine } from "./line.ts";

export type OptOutType = "STOP" | "START" | "HELP";

/** What happened to a text before the product hears of it. */
export type WordEffect = {
  type: OptOutType;
  /** The confirmation the person receives, if any. */
  reply: string | undefined;
};

const TWILIO_WORDS: Readonly<Record<OptOutType, ReadonlySet<string>>> = {
  STOP: new Set(["STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT"]),
  START: new Set(["START", "YES", "UNSTOP"]),
  HELP: new Set(["HELP", "INFO"]),
};

const NETWORK_WORDS: Readonly<Record<OptOutType, ReadonlySet<string>>> = {
  STOP: new Set(["STOP"]),
  START: new Set(["START", "UNSTOP"]),
  HELP: new Set(),
};

const TWILIO_REPLIES: Readonly<Record<OptOutType, string>> = {
  STOP: "You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe.",
  START:
    "You have successfully been re-subscribed to messages from this number. Reply HELP for help. Reply STOP to unsubscribe. Msg&Data Rates May Apply.",
  HELP: "Reply STOP to unsubscribe. Msg&Data Rates May Apply.",
};

const NETWORK_REPLIES: Readonly<Record<OptOutType, string>> = {
  STOP: 'NETWORK MSG: You replied with the word "stop" which blocks all texts sent from this number. Text back "unstop" to receive messages again.',
  START: 'NETWORK MSG: You have replied "unstop" and will begin receiving messages again from this number.',
  HELP: "",
};

/** Applies the words to the block list; undefined when the text is none of this line's words. */
export function applyWords(
  blocks: Set<string>,
  line: CarrierLine,
  handset: string,
  text: string,
): WordEffect | undefined {
  const keeper = optOutKeeper(line);
  if (keeper === "nobody") return undefined;
  const word = text.trim().toUpperCase();
  const words = keeper === "twilio" ? TWILIO_WORDS : NETWORK_WORDS;
  const type = (["STOP", "START", "HELP"] as const).find((each) => words[each].has(word));
  if (type === undefined) return undefined;
  const pair = pairKey(line, handset);
  const wasBlocked = blocks.has(pair);
  // From someone who never opted out, YES is an answer to a question, not an opt-in.
  if (word === "YES" && !wasBlocked) return undefined;
  if (type === "STOP") blocks.add(pair);
  if (type === "START") blocks.delete(pair);
  // The industry allows one confirmation and nothing after it.
  const silent = type === "STOP" && wasBlocked;
  return { type, reply: silent ? undefined : (keeper === "twilio" ? TWILIO_REPLIES : NETWORK_REPLIES)[type] };
}

export function isBlocked(blocks: Set<string>, line: CarrierLine, handset: string): boolean {
  return blocks.has(pairKey(line, handset));
}

function pairKey(line: CarrierLine, handset: string): string {
  return `${blockScope(line)} ${handset}`;
}
