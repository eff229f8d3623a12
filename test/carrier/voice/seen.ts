// What the log keeps of calls: who called, rang, heard, pressed and said what, and who talked to whom.
import type { Form } from "../form.ts";
import type { Outcome } from "../network/call-product.ts";
import type { CallStatus, EndedBy, Sound } from "./leg.ts";

/** What a callback of a call tells of. */
export type CallbackAbout = "call" | "recording" | "transcription";

/** `sid` is the CallSid of the telephone that the entry is about, and `handset` its number. */
export type VoiceSeen =
  | { kind: "called"; sid: string; handset: string; from: string; to: string }
  /** A volunteer's telephone began to ring. */
  | { kind: "rang"; sid: string; handset: string; parentSid: string; from: string }
  | { kind: "answered"; sid: string; handset: string }
  | { kind: "heard"; sid: string; handset: string; sound: Sound }
  | { kind: "pressed"; sid: string; handset: string; keys: string; wasHeard: boolean }
  | { kind: "spoke"; sid: string; handset: string; text: string; wasHeard: boolean }
  /** From here on the caller and the volunteer hear each other. */
  | { kind: "bridged"; sid: string; dialSid: string; caller: string; volunteer: string }
  | { kind: "parted"; sid: string; dialSid: string; caller: string; volunteer: string; seconds: number }
  | { kind: "recorded"; sid: string; handset: string; recordingSid: string; seconds: number; text: string }
  | { kind: "hung-up"; sid: string; handset: string; by: EndedBy; status: CallStatus; seconds: number }
  | {
      kind: "call-callback";
      sid: string;
      about: CallbackAbout;
      status: string;
      url: string;
      form: Form;
      token: string;
      outcome: Outcome;
    }
  | { kind: "call-callback-dropped"; sid: string; about: CallbackAbout; status: string };
