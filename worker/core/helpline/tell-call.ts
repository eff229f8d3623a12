// A call's trace in words: what happened, one short sentence after the other, as one would tell a colleague.
import type { RingResult, SkipReason, TraceEntry } from "#core/helpline/call";
import { sayDuration } from "#core/helpline/duration";

export interface Names {
  readonly volunteer: (id: string) => string;
  /** A number as whoever reads this may see it. */
  readonly number: (number: string) => string;
}

const RESULTS = {
  ringing: "it rings",
  "no-answer": "nobody answered",
  engaged: "engaged",
  unaccepted: "picked up, and nobody pressed 1 (a mailbox?)",
  declined: "declined",
  "bad-number": "the number could not be reached",
  "caller-hung-up": "the caller hung up",
  accepted: "pressed 1",
  talked: "pressed 1",
  unknown: "what came of it was not reported",
} as const satisfies Record<RingResult, string>;

const SKIPS = {
  inactive: "takes no calls at present",
  "no-phone": "has no phone",
  quarantined: "has a telephone that could not be reached lately",
  busy: "is on another call",
  caller: "is the caller",
} as const satisfies Record<SkipReason, string>;

const CHOICES = {
  language: "for a language",
  hunt: "for whoever is on shift",
  voicemail: "to leave a message",
  say: "to hear an announcement",
  number: "for another number",
} as const;

const ENDS = {
  us: "we said goodbye",
  caller: "the caller hung up",
  volunteer: "the volunteer hung up",
  lost: "its end was never reported",
} as const;

/** "rang Ann 20 s: nobody answered"; names as given, no full stop. */
export function tellEntry(entry: TraceEntry, names: Names): string {
  switch (entry.kind) {
    case "blocked":
      return "the caller is blocked";
    case "menu":
      if (entry.digits === "") return "pressed nothing in the menu";
      return `pressed ${entry.digits} ${entry.choice === null ? "which means nothing" : CHOICES[entry.choice]}`;
    case "language":
      return `went on in ${entry.language}`;
    case "skipped":
      return `did not ring ${names.volunteer(entry.volunteerId)}, who ${SKIPS[entry.why]}`;
    case "nobody-on":
      return "nobody was on shift";
    case "rang":
      return tellRing(names.volunteer(entry.volunteerId), entry, RESULTS[entry.result]);
    case "forwarded":
      // Whoever picks up there is put through at once.
      return tellRing(
        names.number(entry.number),
        entry,
        entry.result === "talked" ? "answered" : RESULTS[entry.result],
      );
    case "limit":
      return entry.of === "call"
        ? "rang nobody else: enough telephones for one call"
        : "rang nobody else: enough telephones for this caller within the hour";
    case "voicemail":
      return "asked for a message";
    case "recorded":
      return entry.seconds === null
        ? "a message was left"
        : `left a message of ${sayDuration(entry.seconds)}`;
    case "trouble":
      return "something failed on our side: asked for a message";
    case "ended":
      return ENDS[entry.by];
    default:
      return entry satisfies never;
  }
}

function tellRing(
  who: string,
  { seconds, talkedSeconds }: { readonly seconds: number; readonly talkedSeconds: number | null },
  result: string,
): string {
  const talked = talkedSeconds === null ? "" : `, talked ${sayDuration(talkedSeconds)}`;
  return `rang ${who} ${sayDuration(seconds)}: ${result}${talked}`;
}
