// A recording is kept, and the product told of it and of its transcript when Twilio is done with them.
import type { Exchange } from "../exchange.ts";
import { callForm, recordingForm, recordingUrl } from "../forms/voice.ts";
import { resolveKeepingSpelling } from "../network/resolve-url.ts";
import type { RecordVerb, RecordingEvent } from "../twiml/verbs.ts";
import { tell } from "./callbacks.ts";
import type { Leg } from "./leg.ts";
import type { Recording } from "./recording.ts";

type Caught = Pick<Recording, "startedAt" | "seconds" | "text">;

/** Keeps it and sets its callbacks going; none of them is awaited. */
export function keepRecording(
  exchange: Exchange,
  leg: Leg,
  verb: RecordVerb,
  base: string,
  caught: Caught,
): Recording {
  const { voice, log } = exchange;
  const recording: Recording = {
    sid: exchange.mint("RE"),
    callSid: leg.sid,
    status: "processing",
    ...caught,
  };
  voice.recordings.set(recording.sid, recording);
  const { seconds, text } = caught;
  log.add({
    kind: "recorded",
    sid: leg.sid,
    handset: leg.handset.number,
    recordingSid: recording.sid,
    seconds,
    text,
  });
  tellOf(exchange, leg, verb, base, recording, "in-progress");
  const isEarly = planTranscript(exchange, leg, verb, base, recording);
  const { recordingMs, transcriptMs } = voice.delays;
  const doneMs = isEarly ? Math.max(recordingMs, transcriptMs) + 1_000 : recordingMs;
  voice.timers.after(doneMs, () => {
    recording.status = "completed";
    tellOf(exchange, leg, verb, base, recording, "completed");
  });
  return recording;
}

/** Nothing was said: there is no recording, and only who asked for that is told. */
export function tellAbsent(
  exchange: Exchange,
  leg: Leg,
  verb: RecordVerb,
  base: string,
  startedAt: number,
): void {
  const nothing = { sid: exchange.mint("RE"), startedAt, seconds: 0 };
  tellOf(exchange, leg, verb, base, nothing, "absent");
}

function tellOf(
  exchange: Exchange,
  leg: Leg,
  { callback }: RecordVerb,
  base: string,
  recording: Pick<Recording, "sid" | "startedAt" | "seconds">,
  status: RecordingEvent,
): void {
  if (callback?.events.has(status) !== true) return;
  const form = recordingForm({
    accountSid: exchange.account.sid,
    callSid: leg.sid,
    recordingSid: recording.sid,
    status,
    startedAt: recording.startedAt,
    seconds: recording.seconds,
  });
  const url = resolveKeepingSpelling(callback.url, base);
  tell(exchange, leg, { about: "recording", status, url, method: callback.method, form });
}

/** Twilio transcribes only what is longer than the one and shorter than the other; of the rest nothing is heard, ever. */
const TRANSCRIPT_SECONDS_MIN = 2;
const TRANSCRIPT_SECONDS_MAX = 120;

/** True where the transcript is to come before the recording. */
function planTranscript(
  exchange: Exchange,
  leg: Leg,
  verb: RecordVerb,
  base: string,
  recording: Recording,
): boolean {
  const { transcribeCallback } = verb;
  const { seconds } = recording;
  if (!verb.transcribe || transcribeCallback === undefined) return false;
  if (seconds <= TRANSCRIPT_SECONDS_MIN || seconds >= TRANSCRIPT_SECONDS_MAX) return false;
  const fault = exchange.faults.transcripts.take();
  if (fault?.kind === "never") return false;
  const url = resolveKeepingSpelling(transcribeCallback, base);
  const status = fault?.kind === "failed" ? "failed" : "completed";
  const send = (): void => {
    const form = transcriptForm(exchange, leg, recording, status, url);
    tell(exchange, leg, { about: "transcription", status, url, method: "POST", form });
  };
  const laterMs = fault?.kind === "late" ? fault.seconds * 1000 : 0;
  exchange.voice.timers.after(exchange.voice.delays.transcriptMs + laterMs, () => {
    send();
    if (fault?.kind === "twice") send();
  });
  return fault?.kind === "early";
}

function transcriptForm(
  exchange: Exchange,
  leg: Leg,
  recording: Recording,
  status: "completed" | "failed",
  url: string,
): ReturnType<typeof callForm> {
  const recordedAt = recordingUrl(exchange.account.sid, recording.sid);
  const transcriptionSid = exchange.mint("TR");
  return callForm(leg, exchange.account.sid, leg.status, {
    url,
    RecordingSid: recording.sid,
    RecordingUrl: recordedAt,
    TranscriptionSid: transcriptionSid,
    TranscriptionStatus: status,
    TranscriptionText: status === "completed" ? recording.text : "",
    TranscriptionType: "fast",
    TranscriptionUrl: `${recordedAt}/Transcriptions/${transcriptionSid}`,
  });
}
