// E-mails in words: what became of one, what it was about, and what can be done.
import type { EmailState } from "#core/mail/state";

interface Told {
  readonly label: string;
  readonly color: string;
  /** What it means, and what to do about it. */
  readonly means: string;
}

export const STATE_WORDS: Readonly<Record<EmailState, Told>> = {
  "not-set-up": {
    label: "Not set up",
    color: "orange",
    means: "It waits until e-mail is set up: a Resend key and an address to send from.",
  },
  queued: { label: "On its way", color: "blue", means: "It goes within seconds." },
  sending: { label: "On its way", color: "blue", means: "It is being handed over." },
  unknown: {
    label: "Not known",
    color: "orange",
    means: "Nobody can tell whether Resend took it. It is not sent again by itself; you can send it again.",
  },
  sent: { label: "Sent", color: "teal", means: "Resend took it; the mailbox has not answered yet." },
  failed: {
    label: "Failed",
    color: "red",
    means: "It was refused. Mend what is said below, then send it again.",
  },
  suppressed: {
    label: "Held back",
    color: "red",
    means:
      "This address bounced for good or complained before. Take it off the list first, then send it again.",
  },
  delivered: { label: "Arrived", color: "teal", means: "It is in their mailbox." },
  bounced: { label: "Bounced", color: "red", means: "The mailbox does not take it." },
  complained: {
    label: "Marked as spam",
    color: "red",
    means: "They said it is spam. They get no more e-mails.",
  },
};

const KINDS: Readonly<Record<string, string>> = {
  alarm: "Alarm",
  voicemail: "Voicemail",
  reminder: "Reminder",
  gap: "Open shift",
  telephone: "Telephone that fails",
  digest: "Digest",
  "sign-in": "Link to sign in",
  test: "Test",
};

export function tellKind(kind: string): string {
  return KINDS[kind] ?? kind;
}

const AGAIN: ReadonlySet<EmailState> = new Set<EmailState>(["failed", "suppressed", "unknown"]);

/** The API sends these again when it is told to, and no others. */
export function mayGoAgain(state: EmailState): boolean {
  return AGAIN.has(state);
}

/** A line of an e-mail's history; events of the provider have no word of ours. */
export function tellStep(state: string): string {
  if (state === "delayed") return "Delayed by the mailbox";
  return state in STATE_WORDS ? STATE_WORDS[state as EmailState].label : state;
}
