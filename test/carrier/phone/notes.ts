// The carrier's log in words, for the panel that shows what goes over the wire.
import type { LogEntry } from "../log.ts";
import type { Outcome } from "../network/call-product.ts";
import type { Tone, WireNote } from "./wire.ts";

export type Noted = Omit<WireNote, "id" | "at">;

/** Enough to see what is wrong with an answer. */
const ANSWER_CHARS_MAX = 2_000;

/** One line of the panel; undefined for what the phone itself shows already. */
export function describeEntry(entry: LogEntry): Noted | undefined {
  switch (entry.kind) {
    case "webhook": {
      const retry = entry.attempt > 0 ? `, attempt ${entry.attempt + 1}` : "";
      const title = `Webhook ${describeOutcome(entry.outcome)}${retry}`;
      return {
        tone: toneOf(entry.outcome, "to-product"),
        title,
        detail: `POST ${pathOf(entry.url)}`,
        form: entry.form,
        answer: answerOf(entry.outcome),
      };
    }
    case "callback":
      return {
        tone: toneOf(entry.outcome, "receipt"),
        title: `Receipt “${entry.status}” ${describeOutcome(entry.outcome)}`,
        detail: pathOf(entry.url),
        form: entry.form,
      };
    case "callback-dropped":
      return { tone: "trouble", title: `Receipt “${entry.status}” dropped`, detail: shorten(entry.sid) };
    case "call-callback":
      return {
        tone: toneOf(entry.outcome, "receipt"),
        title: `${capitalise(entry.about)} “${entry.status}” ${describeOutcome(entry.outcome)}`,
        detail: pathOf(entry.url),
        form: entry.form,
      };
    case "call-callback-dropped":
      return {
        tone: "trouble",
        title: `${capitalise(entry.about)} “${entry.status}” dropped`,
        detail: shorten(entry.sid),
      };
    case "accepted": {
      const title = entry.via === "twiml" ? "Reply by TwiML" : "Message by REST";
      return { tone: "from-product", title, detail: entry.body };
    }
    case "refused":
      // Of TwiML the debugger entry tells already.
      if (entry.via === "twiml") return undefined;
      return { tone: "trouble", title: `Refused: ${entry.code}`, detail: entry.message };
    case "debugger":
      return { tone: "trouble", title: `Error ${entry.code}`, detail: entry.message };
    case "request":
      if (entry.status < 400 && entry.status > 0) return undefined;
      return { tone: "trouble", title: `${entry.method} ${entry.status}`, detail: entry.path };
    case "texted":
    case "arrived":
    case "status":
    case "called":
    case "rang":
    case "answered":
    case "heard":
    case "pressed":
    case "spoke":
    case "bridged":
    case "parted":
    case "recorded":
    case "hung-up":
      return undefined;
    default:
      return entry satisfies never;
  }
}

function describeOutcome(outcome: Outcome): string {
  switch (outcome.kind) {
    case "answered":
      return String(outcome.status);
    case "no-connection":
      return "found nobody";
    case "timed-out":
      return "went unanswered";
    default:
      return outcome satisfies never;
  }
}

function answerOf(outcome: Outcome): string {
  return outcome.kind === "answered" ? outcome.body.slice(0, ANSWER_CHARS_MAX) : "";
}

function toneOf(outcome: Outcome, tone: Tone): Tone {
  return outcome.kind === "answered" && outcome.status < 400 ? tone : "trouble";
}

function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : url;
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function shorten(sid: string): string {
  return `${sid.slice(0, 6)}…${sid.slice(-4)}`;
}
