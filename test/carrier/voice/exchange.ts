// The part of the carrier's state that calls have.
import { createTimers, type Timers } from "./timers.ts";
import type { Leg } from "./leg.ts";
import type { Recording } from "./recording.ts";

export type VoiceExchange = {
  timers: Timers;
  legs: Map<string, Leg>;
  recordings: Map<string, Recording>;
  /** How long Twilio takes for a recording and for its transcript, counted from the end of the recording. */
  delays: { recordingMs: number; transcriptMs: number };
  /** Moves the clocks of whoever has one, before calls' own time moves as far. */
  passTime: (byMs: number) => Promise<void>;
  /** Whether calls that are made by hand take as long as they take; not where a test has a clock of its own. */
  isLive: boolean;
  /** The step of time that somebody is taking; the others wait for the same one. */
  step: Promise<boolean> | undefined;
};

const RECORDING_MS = 3_000;
const TRANSCRIPT_MS = 20_000;

export function createVoiceExchange({
  passTime,
  isLive,
}: Pick<VoiceExchange, "passTime" | "isLive">): VoiceExchange {
  return {
    timers: createTimers(),
    legs: new Map(),
    recordings: new Map(),
    delays: { recordingMs: RECORDING_MS, transcriptMs: TRANSCRIPT_MS },
    passTime,
    isLive,
    step: undefined,
  };
}
