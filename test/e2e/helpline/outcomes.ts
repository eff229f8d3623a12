// What may become of a call that finds three volunteers on shift, whatever the order they are rung in: the first of its kind in its group.
import type { Answering } from "../../carrier/carrier.ts";
import { ACCEPTS, type Given, type Name, type Order, presses } from "./three.ts";

export interface Outcome {
  readonly what: string;
  readonly given: Given;
  /** How the caller's part of it ends. */
  readonly caller: "waits" | "leaves a message" | "hangs up when it rings";
  readonly hears: readonly string[];
  readonly telephones: readonly string[];
  /** Who would be rung for the call after it. */
  readonly next: Readonly<Record<Order, readonly Name[]>>;
}

const HELLO = ["en-US: Hello, this is Riverside.", "en-US: Please hold while we find somebody for you."];
const WHISPER = "en-US: This is a call for Riverside. | en-US: Press 1 to take it, or 2 to pass it on.";
const ASKS = "en-US: Please leave a message after the tone, and hang up when you are done.";
const NOBODY = ["en-US: Nobody can take your call right now.", ASKS, "beep"];

const talk = (name: Name): string[] => ["ringing", `connected with ${name}`, `parted from ${name}`];
const talks = (name: Name): string =>
  `${name} rang 4 s | ${WHISPER} | connected with the caller | talked 90 s`;

const RINGS: Answering = { kind: "rings" };
/** Whoever was rung last comes last. */
const SECOND = {
  fixed: ["Ann", "Ben", "Cem"],
  "round-robin": ["Ben", "Cem", "Ann"],
  "least-recent": ["Cem", "Ann", "Ben"],
} as const;
const FIRST = { ...SECOND, "least-recent": ["Ben", "Cem", "Ann"] } as const;
const ALL = { ...SECOND, "least-recent": ["Ann", "Ben", "Cem"] } as const;

/** Ben takes what Ann does not. */
function second(what: string, ann: Answering, becomes: string): Outcome {
  return {
    what,
    given: { phones: [ann, ACCEPTS, ACCEPTS] },
    caller: "waits",
    hears: [...HELLO, "ringing", ...talk("Ben")],
    telephones: [`Ann ${becomes}`, talks("Ben")],
    next: SECOND,
  };
}

export const OUTCOMES: readonly Outcome[] = [
  {
    what: "the first accepts",
    given: { phones: [ACCEPTS, ACCEPTS, ACCEPTS] },
    caller: "waits",
    hears: [...HELLO, ...talk("Ann")],
    telephones: [talks("Ann")],
    next: FIRST,
  },
  second("no answer", RINGS, "rang 20 s"),
  second("the mailbox answers", { kind: "mailbox" }, `rang 15 s | ${WHISPER}`),
  second("presses 2", presses("2"), `rang 4 s | ${WHISPER}`),
  second("presses nothing", { kind: "answers" }, `rang 4 s | ${WHISPER}`),
  second("pushes it away", { kind: "rejects" }, "rang 4 s"),
  second("engaged elsewhere", { kind: "busy" }, "never rang"),
  {
    ...second("first number bad", { kind: "no-such-number" }, "never rang"),
    hears: [...HELLO, ...talk("Ben")],
    // It is not rung for a while.
    next: { fixed: ["Ben", "Cem"], "round-robin": ["Ben", "Cem"], "least-recent": ["Cem", "Ben"] },
  },
  {
    what: "two on shift, and a third: a shift for each",
    given: { phones: [RINGS, ACCEPTS], shifts: "each" },
    caller: "waits",
    hears: [...HELLO, "ringing", ...talk("Ben")],
    telephones: ["Ann rang 20 s", talks("Ben")],
    next: SECOND,
  },
  {
    what: "nobody answers",
    given: { phones: [RINGS, { kind: "mailbox" }, presses("2")] },
    caller: "leaves a message",
    hears: [...HELLO, "ringing", "ringing", "ringing", ...NOBODY],
    telephones: ["Ann rang 20 s", `Ben rang 15 s | ${WHISPER}`, `Cem rang 4 s | ${WHISPER}`],
    next: ALL,
  },
  {
    what: "nobody on shift",
    given: { shifts: "none" },
    caller: "leaves a message",
    hears: ["en-US: Hello, this is Riverside.", ...NOBODY],
    telephones: [],
    next: { fixed: [], "round-robin": [], "least-recent": [] },
  },
  {
    what: "hangs up while it rings",
    given: { phones: [RINGS, ACCEPTS, ACCEPTS] },
    caller: "hangs up when it rings",
    hears: [...HELLO, "ringing"],
    telephones: ["Ann rang 0 s"],
    next: FIRST,
  },
];
