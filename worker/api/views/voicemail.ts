// Messages left on the machine as the API shows them. Viewers neither hear nor read what was said.
import * as z from "zod";
import { VOICEMAIL_STATES, voicemailState } from "#core/helpline/voicemail-state";
import type { Actor } from "../../actor.ts";
import { mayAct } from "../../actor.ts";
import type { ShownVoicemail } from "../../db/call-log.ts";
import { toCaller } from "./call.ts";
import { PersonView } from "./person.ts";
import { Time, toTime, toTimeOrNull } from "./time.ts";

export const VoicemailView = z
  .object({
    id: z.string(),
    callId: z.string(),
    helplineId: z.string(),
    helplineName: z.string().nullable(),
    caller: PersonView.nullable().meta({ description: "Null for who withheld their number." }),
    language: z.string(),
    calledAt: Time,
    recordedAt: Time.nullable(),
    seconds: z.int().nullable(),
    state: z.enum(VOICEMAIL_STATES).meta({
      description: "unaddressed: nobody is named to e-mail it to. failed: its sound can never be had.",
    }),
    failure: z.string().nullable(),
    trouble: z.string().nullable().meta({ description: "Why the last try failed; it is tried again." }),
    transcript: z
      .object({ text: z.string(), by: z.enum(["twilio", "whisper"]), at: Time })
      .nullable()
      .meta({ description: "Null for viewers." }),
    audio: z
      .object({ path: z.string(), type: z.string(), bytes: z.int() })
      .nullable()
      .meta({ description: "Editors and owners may download it; null where there is none yet." }),
    emailedAt: Time.nullable(),
    recipients: z.int().nullable(),
    heardAt: Time.nullable(),
    heardBy: z.string().nullable(),
    doneAt: Time.nullable(),
    doneBy: z.string().nullable(),
    deletedAt: Time.nullable(),
  })
  .meta({ id: "Voicemail" });

export function toVoicemailView({ voicemail, ...caller }: ShownVoicemail, actor: Actor) {
  const { id, callId, helplineId, language, seconds, failure, trouble, recipients } = voicemail;
  const { transcript, transcriptBy, transcriptAt, file, type, bytes, heardBy, doneBy } = voicemail;
  const isHeard = mayAct(actor, "editor");
  const isWritten = isHeard && transcript !== null && transcriptBy !== null && transcriptAt !== null;
  const path = `/api/v1/voicemails/${id}/audio`;
  return {
    id,
    callId,
    helplineId,
    helplineName: caller.helplineName,
    caller: toCaller(voicemail.addressId, caller, actor),
    language,
    calledAt: toTime(voicemail.calledAt),
    recordedAt: toTimeOrNull(voicemail.recordedAt),
    seconds,
    state: voicemailState(voicemail),
    failure,
    trouble,
    transcript: isWritten ? { text: transcript, by: transcriptBy, at: toTime(transcriptAt) } : null,
    audio: isHeard && file !== null ? { path, type: type ?? "audio/mpeg", bytes: bytes ?? 0 } : null,
    emailedAt: toTimeOrNull(voicemail.emailedAt),
    recipients,
    heardAt: toTimeOrNull(voicemail.heardAt),
    heardBy,
    doneAt: toTimeOrNull(voicemail.doneAt),
    doneBy,
    deletedAt: toTimeOrNull(voicemail.deletedAt),
  };
}
