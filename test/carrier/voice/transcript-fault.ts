// What can happen to a transcript, beside what can happen to any callback.

export type TranscriptFault =
  /** It comes before the recording's own callback. */
  | { kind: "early" }
  | { kind: "never" }
  | { kind: "twice" }
  | { kind: "late"; seconds: number }
  /** Twilio could not make out a word: TranscriptionStatus `failed`. */
  | { kind: "failed" };
