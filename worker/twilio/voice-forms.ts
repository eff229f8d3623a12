// What Twilio tells of calls, parsed at the edge: Twilio adds fields without notice, and leaves out what it does not know.
import * as z from "zod";

const CALL_SID = z.string().regex(/^CA[0-9a-f]{32}$/i);
const text = z.string().max(200).catch("");
const seconds = z.coerce.number().int().min(0).max(100_000).nullable().catch(null);

/** In every form about a call. */
export const CallForm = z.object({ CallSid: CALL_SID, From: text, To: text, CallStatus: text });
export type CallForm = z.infer<typeof CallForm>;

/** In the query of every URL we gave, and in none of those the operator set. */
export const VoiceQuery = z.object({
  h: z.string().min(1).max(64).nullable().catch(null),
  s: CALL_SID.optional().catch(undefined),
  t: z.coerce.number().int().min(0).max(1_000).catch(0),
  l: z.string().min(2).max(35).catch("en"),
});
export type VoiceQuery = z.infer<typeof VoiceQuery>;

export const DigitsForm = z.object({ Digits: text });
export const DialledForm = z.object({ DialCallStatus: text, DialBridged: text, DialCallDuration: seconds });
export const LegForm = z.object({ CallStatus: text });
export const RecordedForm = z.object({ RecordingDuration: seconds });
const RECORDING_SID = z.string().regex(/^RE[0-9a-f]{32}$/i);
export const RecordingForm = z.object({
  RecordingSid: RECORDING_SID,
  RecordingStatus: text,
  RecordingDuration: seconds,
});
/** A transcript of two minutes has some 2,000 characters. */
export const TranscribedForm = z.object({
  TranscriptionStatus: text,
  TranscriptionText: z.string().max(20_000).catch(""),
});
