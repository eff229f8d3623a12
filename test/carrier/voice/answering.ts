// What becomes of a call to a handset, decided beforehand or by hand.

export type Answering =
  /** Rings until somebody answers by hand, or the caller gives up. */
  | { kind: "rings" }
  /** A person takes the call. */
  | {
      kind: "answers";
      /** 4 unless said. */
      afterSeconds?: number;
      /** What they press once they are asked for a key; nothing where absent. */
      presses?: string;
      /** How long they think about it; 2 unless said. */
      pressAfterSeconds?: number;
      /** They hang up after so long a talk; where absent the caller does. */
      talksSeconds?: number;
      /** They hang up so long after answering, whatever happens: in the middle of the whisper, say. */
      leavesAfterSeconds?: number;
    }
  /** A machine takes the call, says its greeting to nobody in particular, and presses nothing. */
  | { kind: "mailbox"; afterSeconds?: number; greeting?: string; recordsSeconds?: number }
  | { kind: "busy" }
  /** A person pushes the call away. */
  | { kind: "rejects"; afterSeconds?: number }
  /** No such number: Twilio's 13224. */
  | { kind: "no-such-number" };

export const ANSWER_AFTER_SECONDS = 4;
/** What networks wait before the mailbox answers. */
export const MAILBOX_AFTER_SECONDS = 15;
export const MAILBOX_RECORDS_SECONDS = 60;
export const PRESS_AFTER_SECONDS = 2;
/** Until the network says that somebody is on the phone. */
export const BUSY_AFTER_SECONDS = 1;
