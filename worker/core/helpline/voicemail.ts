// A message left on the machine: what is known of it, by callbacks in any order, each perhaps twice.
import type { VoicemailRecord } from "#core/helpline/call";
import type { Call } from "#core/helpline/state";
import { deriveId } from "#core/id";

/** What the carrier says of a recording. */
export type RecordingNews =
  | { readonly kind: "recorded"; readonly recordingSid: string; readonly seconds: number | null }
  | { readonly kind: "transcribed"; readonly recordingSid: string | null; readonly text: string };

export function voicemailIdOf(callId: string): string {
  return deriveId("voicemail", callId);
}

export function newVoicemail({
  id: callId,
  helplineId,
  addressId,
  address,
  language,
}: Call): VoicemailRecord {
  return {
    kind: "voicemail",
    id: voicemailIdOf(callId),
    callId,
    helplineId,
    addressId,
    address,
    seq: 0,
    at: 0,
    language,
    recordingSid: null,
    seconds: null,
    recordedAt: null,
    transcript: null,
  };
}

/** Takes the news in; what is known already is returned as it was. The first of each counts. */
export function hear(voicemail: VoicemailRecord, news: RecordingNews, now: number): VoicemailRecord {
  const next = { ...voicemail, seq: voicemail.seq + 1, at: now };
  switch (news.kind) {
    case "recorded": {
      const { recordingSid, seconds } = news;
      return voicemail.recordedAt === null ? { ...next, recordingSid, seconds, recordedAt: now } : voicemail;
    }
    case "transcribed":
      return voicemail.transcript === null
        ? { ...next, transcript: { text: news.text, by: "twilio", at: now } }
        : voicemail;
    default:
      return news satisfies never;
  }
}
