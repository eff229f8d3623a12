// What became of an e-mail: its states only climb, whatever order the news comes in.

/** Rank by state. A server that took an e-mail may still bounce it; a complaint is a reader's last word. */
export const EMAIL_RANK = {
  /** Waits until somebody sets e-mail up. */
  "not-set-up": 0,
  queued: 0,
  /** Somebody is posting it, or died doing so: its lease tells. */
  sending: 0,
  /** Nobody can tell whether it was taken. Staff see it; nothing sends it again by itself. */
  unknown: 10,
  /** The provider took it. */
  sent: 20,
  failed: 30,
  /** Not sent: this address bounced for good or complained before. */
  suppressed: 31,
  delivered: 40,
  bounced: 50,
  complained: 60,
} as const;
export type EmailState = keyof typeof EMAIL_RANK;

export const EMAIL_STATES = Object.keys(EMAIL_RANK) as [EmailState, ...EmailState[]];

/** One step of an e-mail's way; `event` names the provider's webhook, so that one delivered twice is one. */
export interface EmailEvent {
  readonly state: EmailState | "delayed";
  readonly at: number;
  readonly detail?: string;
  readonly event?: string;
}

/** What the email queue carries. */
export interface EmailJob {
  readonly emailId: string;
}
