// What to do about a text before any flow sees it, and whether it is for us to say something.
import { classify } from "./classify.ts";
import type { ConsentWords } from "./words.ts";

export interface ConsentInput {
  readonly text: string;
  /** Twilio's own judgement, which comes only with Advanced Opt-Out: it has answered already. */
  readonly optOutType?: OptOutType;
  readonly optedOut: boolean;
  readonly line: {
    /** Who answers the opt-out words before we hear of them. */
    readonly optOutBy: "twilio" | "network" | "us";
    readonly words?: ConsentWords | undefined;
  };
}

type OptOutType = "STOP" | "START" | "HELP";

/** `words` are the person's own, for proof. Where we may not speak someone has spoken already, or once is enough. */
export type ConsentDecision =
  | { readonly kind: "opt-out"; readonly words: string; readonly confirm: boolean }
  | { readonly kind: "opt-in"; readonly words: string; readonly confirm: boolean }
  | { readonly kind: "help"; readonly words: string; readonly answer: boolean }
  /** Goes on to the flow, and to a person who looks at it. */
  | { readonly kind: "doubtful"; readonly words: string }
  /** Any other text of someone who is opted out: recorded, never answered. */
  | { readonly kind: "silent" }
  /** Goes on to the flow. */
  | { readonly kind: "none" };

/** The words each party handles by itself, as a whole message in any case (Twilio: "Opt-out keywords"; toll-free: by the network). */
const HANDLED: Readonly<
  Record<ConsentInput["line"]["optOutBy"], Readonly<Record<OptOutType, readonly string[]>>>
> = {
  twilio: {
    STOP: ["STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT"],
    START: ["START", "YES", "UNSTOP"],
    HELP: ["HELP", "INFO"],
  },
  network: { STOP: ["STOP"], START: ["START", "UNSTOP"], HELP: [] },
  us: { STOP: [], START: [], HELP: [] },
};

/** Decides one text. Opting out works at all times and for everyone; nothing doubtful ever opts anyone in or out. */
export function decideConsent({ text: words, optOutType, optedOut, line }: ConsentInput): ConsentDecision {
  const said = classify(words, line.words).kind;
  const isAnswer = said === "yes" && !optedOut && (optOutType ?? "START") === "START";
  // Advanced Opt-Out calls every YES an opt-in; from someone who is not opted out it is an answer all the same.
  const kind = isAnswer ? "none" : optOutType === undefined ? said : JUDGED[optOutType];
  const isOurs = (type: OptOutType) =>
    optOutType === undefined && !HANDLED[line.optOutBy][type].includes(words.trim().toUpperCase());
  switch (kind) {
    case "opt-out":
      return { kind: "opt-out", words, confirm: isOurs("STOP") && !optedOut };
    case "opt-in":
    case "yes":
      return { kind: "opt-in", words, confirm: isOurs("START") };
    case "help":
      // Where a network has blocked the pair, it would refuse our answer.
      return { kind: "help", words, answer: isOurs("HELP") && !(optedOut && line.optOutBy !== "us") };
    case "doubtful":
      return optedOut ? { kind: "silent" } : { kind: "doubtful", words };
    case "none":
      return { kind: optedOut ? "silent" : "none" };
    default:
      return kind satisfies never;
  }
}

const JUDGED = { STOP: "opt-out", START: "opt-in", HELP: "help" } as const;
