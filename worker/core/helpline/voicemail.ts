// A message left on the machine: what is known of it, by callbacks in any order, each perhaps twice, and when its e-mail may go.
import type { Scribe, VoicemailRecord } from "#core/helpline/call";
import type { HelplineConfig } from "#core/helpline/helpline";
import type { Call } from "#core/helpline/state";
import { deriveId } from "#core/id";

/** What is said of a recording, by the carrier or by who writes down what is in it. */
export type RecordingNews =
  | { readonly kind: "recorded"; readonly recordingSid: string; readonly seconds: number | null }
  | { readonly kind: "transcribed"; readonly text: string; readonly by: Scribe }
  /** Nobody will write it down. */
  | { readonly kind: "untranscribed" };

type Wishes = HelplineConfig["voicemail"];

const MINUTE_MS = 60_000;

export function voicemailIdOf(callId: string): string {
  return deriveId("voicemail", callId);
}

export function newVoicemail({
  id: callId,
  sid,
  helplineId,
  addressId,
  address,
  language,
  startedAt: calledAt,
}: Call): VoicemailRecord {
  return {
    kind: "voicemail",
    id: voicemailIdOf(callId),
    callId,
    sid,
    helplineId,
    addressId,
    address,
    seq: 0,
    at: 0,
    language,
    calledAt,
    recordingSid: null,
    seconds: null,
    recordedAt: null,
    scribe: null,
    waitsUntil: null,
    readyAt: null,
    transcript: null,
  };
}

/** Takes the news in; what is known already is returned as it was. The first of each counts. */
export function hear(
  voicemail: VoicemailRecord,
  news: RecordingNews,
  wishes: Wishes,
  now: number,
): VoicemailRecord {
  const next = { ...voicemail, seq: voicemail.seq + 1, at: now };
  switch (news.kind) {
    case "recorded": {
      const { recordingSid, seconds } = news;
      if (voicemail.recordedAt !== null) return voicemail;
      const scribe = voicemail.transcript === null ? scribeOf(voicemail.language, seconds, wishes) : null;
      const waitsUntil = now + wishes.transcriptWaitMinutes * MINUTE_MS;
      return readied({ ...next, recordingSid, seconds, recordedAt: now, scribe, waitsUntil }, now);
    }
    case "transcribed": {
      if (voicemail.transcript !== null) return voicemail;
      const transcript = { text: news.text, by: news.by, at: now };
      return readied({ ...next, transcript, scribe: null }, now);
    }
    case "untranscribed":
      return voicemail.scribe === null ? voicemail : readied({ ...next, scribe: null }, now);
    default:
      return news satisfies never;
  }
}

/** The same at a later moment: its e-mail may have waited long enough. */
export function wait(voicemail: VoicemailRecord, now: number): VoicemailRecord {
  const after = readied(voicemail, now);
  return after === voicemail ? voicemail : { ...after, seq: voicemail.seq + 1, at: now };
}

/** When its e-mail has waited long enough; null where it does not wait. Epoch milliseconds. */
export function waitsUntil(voicemail: VoicemailRecord): number | null {
  return voicemail.readyAt === null ? voicemail.waitsUntil : null;
}

function readied(voicemail: VoicemailRecord, now: number): VoicemailRecord {
  const { recordedAt, readyAt, scribe, waitsUntil: until } = voicemail;
  const isReady = recordedAt !== null && readyAt === null && (scribe === null || now >= (until ?? 0));
  return isReady ? { ...voicemail, readyAt: now } : voicemail;
}

/** Twilio's transcripts: US English, of more than 2 and less than 120 seconds; of anything else nothing ever comes. */
const TWILIO_LANGUAGE = "en";
const TWILIO_SECONDS = { over: 2, under: 120 };

/** Whether Twilio is asked to write down what is said in a language. */
export function isTwilioAsked(language: string, { transcribe }: Pick<Wishes, "transcribe">): boolean {
  return transcribe === "twilio" && language.split("-")[0] === TWILIO_LANGUAGE;
}

function scribeOf(language: string, seconds: number | null, wishes: Wishes): Scribe | null {
  if (wishes.transcribe === "whisper") return "whisper";
  const { over, under } = TWILIO_SECONDS;
  const isRightLength = seconds === null || (seconds > over && seconds < under);
  return isRightLength && isTwilioAsked(language, wishes) ? "twilio" : null;
}
