// A recording goes: from everywhere where its message was deleted, from the carrier's store where it is only to be in ours.
import { eq } from "drizzle-orm";
import { findHelpline } from "../db/helplines.ts";
import { voicemails } from "../db/schema/index.ts";
import type { VoicemailRow } from "../db/voicemails.ts";
import { recordingKey } from "../files/keys.ts";
import type { Services } from "../services.ts";

/** Throws where it should be tried again. */
export async function clearRecording(services: Services, voicemail: VoicemailRow): Promise<void> {
  const { id, recordingSid, deletedAt, clearedAt } = voicemail;
  const { db, files, twilio, clock } = services;
  if (deletedAt !== null) await files.delete(recordingKey(id));
  const isCleared = recordingSid === null || clearedAt !== null;
  const isDue = !isCleared && (await goesAtCarrier(services, voicemail));
  if (isDue) await twilio.deleteRecording(recordingSid);
  if (!isDue && deletedAt === null) return;
  await db
    .update(voicemails)
    .set({
      ...(deletedAt !== null && { file: null }),
      ...(isDue && { clearedAt: clock.now() }),
    })
    .where(eq(voicemails.id, id));
}

/** Not before Twilio's own transcript is there, or is not expected any more: it is made of the recording. */
async function goesAtCarrier({ db }: Services, voicemail: VoicemailRow): Promise<boolean> {
  const { deletedAt, file, scribe, readyAt, helplineId } = voicemail;
  if (deletedAt !== null) return true;
  if (file === null || (scribe === "twilio" && readyAt === null)) return false;
  return (await findHelpline(db, helplineId))?.config.voicemail.keepAtTwilio === false;
}
