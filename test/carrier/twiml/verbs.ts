// The verbs of voice TwiML, read and checked.
import type { Progress } from "../voice/leg.ts";
import type { Method } from "./document.ts";

export type Prompt =
  | { kind: "say"; text: string; language: string; voice: string; loop: number }
  | { kind: "play"; url: string; loop: number }
  | { kind: "pause"; seconds: number };

export type Callback<Event extends string> = { url: string; method: Method; events: ReadonlySet<Event> };

export type GatherVerb = {
  kind: "gather";
  prompts: readonly Prompt[];
  action: string | undefined;
  method: Method;
  timeoutSeconds: number;
  numDigits: number | undefined;
  /** Empty where no key ends it. */
  finishOnKey: string;
  actionOnEmptyResult: boolean;
};

export type DialVerb = {
  kind: "dial";
  number: string;
  screen: { url: string; method: Method } | undefined;
  callback: Callback<Progress> | undefined;
  action: string | undefined;
  method: Method;
  timeoutSeconds: number;
  timeLimitSeconds: number;
  callerId: string | undefined;
  answerOnBridge: boolean;
  hangupOnStar: boolean;
};

export type RecordingEvent = "in-progress" | "completed" | "absent";

export type RecordVerb = {
  kind: "record";
  action: string | undefined;
  method: Method;
  timeoutSeconds: number;
  finishOnKey: string;
  maxSeconds: number;
  playBeep: boolean;
  trim: boolean;
  callback: Callback<RecordingEvent> | undefined;
  transcribe: boolean;
  transcribeCallback: string | undefined;
};

export type Verb =
  | Prompt
  | GatherVerb
  | DialVerb
  | RecordVerb
  | { kind: "redirect"; url: string; method: Method }
  | { kind: "reject"; reason: "rejected" | "busy" }
  | { kind: "hangup" };
