// What happened beside messages, in a line of its own.
import type { TimelineEntry } from "../../data/timeline.ts";

type Note = Exclude<TimelineEntry, { kind: "message" }>;

const NOTICES: Readonly<Record<string, string>> = {
  "hand-off": "Handed to a person",
  doubtful: "This may have been meant as STOP",
  notify: "The flow told the staff",
  report: "Reported a problem",
  limit: "Too many messages: no answer was given",
  unavailable: "What they asked for was not available",
};

const CONSENTS: Readonly<Record<string, string>> = {
  "opt-out": "Said STOP",
  "opt-in": "Said yes to messages",
  grant: "Agreed to messages",
  suppression: "To be left alone",
  "lift-grant": "Agreement taken back",
  "lift-suppression": "May be written to again",
};

const ENDS: Readonly<Record<string, string>> = {
  completed: "answered to the end",
  partial: "answered in part",
  breakoff: "broken off",
  refused: "declined",
  unresponsive: "no answer",
  ineligible: "not meant for them",
  expired: "expired",
  interrupted: "interrupted",
  failed: "could not be delivered",
};

const CALLS: Readonly<Record<string, string>> = {
  answered: "answered",
  forwarded: "forwarded",
  voicemail: "left a voicemail",
  informed: "heard what there was to say",
  missed: "missed",
  blocked: "blocked",
};

export function describeNote(note: Note, nameOf: (id: string) => string): string {
  switch (note.kind) {
    case "run": {
      const name = note.flowName ?? note.flowSlug;
      const what = name === null ? "Asked about a shift" : `Began “${name}”`;
      if (note.phase === "with-person") return `${what}: with the staff`;
      return note.disposition === null ? what : `${what}: ${ENDS[note.disposition] ?? note.disposition}`;
    }
    case "consent": {
      const what = CONSENTS[note.decision] ?? note.decision;
      const whose =
        note.source === "person" ? "" : note.source === "carrier" ? " (the carrier says)" : " (we were told)";
      return note.words === "" ? `${what}${whose}` : `${what}${whose}: “${note.words}”`;
    }
    case "notice": {
      const what = NOTICES[note.notice] ?? note.notice;
      return note.text === "" || note.notice === "doubtful" ? what : `${what}: ${note.text}`;
    }
    case "call":
      return `Called: ${CALLS[note.outcome ?? ""] ?? (note.outcome === null ? "under way" : note.outcome)}`;
    case "deed":
      return describeDeed(
        note.action,
        nameOf(note.by),
        note.assignee === null ? null : nameOf(note.assignee),
      );
    default:
      return note satisfies never;
  }
}

function describeDeed(action: string, by: string, assignee: string | null): string {
  switch (action) {
    case "conversation.take-over":
      return `${by} took over`;
    case "conversation.release":
      return `${by} gave it back to the flow`;
    case "conversation.assign":
      return assignee === null ? `${by} gave it back to everybody` : `Now with ${assignee}`;
    case "conversation.close":
      return `${by} closed it`;
    default:
      return `${by}: ${action}`;
  }
}
