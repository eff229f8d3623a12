// Has a message written down where that is not the carrier's to do, and tells its helpline what came of it.
import type { RecordingNews } from "#core/helpline/voicemail";
import type { VoicemailRow } from "../db/voicemails.ts";
import { describeError } from "../log.ts";
import type { Services } from "../services.ts";

/** Some ten minutes; its e-mail has gone by then. */
const TRIES_MAX = 5;

/** Throws where it should be tried again. */
export async function transcribeRecording(services: Services, voicemail: VoicemailRow): Promise<void> {
  const { scribe, transcript, file, failure, deletedAt, helplineId, sid } = voicemail;
  if (scribe !== "whisper" || transcript !== null || deletedAt !== null) return;
  if (file === null && failure === null) return;
  const news = await write(services, voicemail);
  await services.helpline(helplineId).hear({ sid, news, now: services.clock.now() });
}

async function write(
  { transcriber, files, log }: Services,
  { id, file, language, tries }: VoicemailRow,
): Promise<RecordingNews> {
  if (transcriber === null || file === null) return { kind: "untranscribed" };
  try {
    const sound = await files.get(file);
    if (sound === null) return { kind: "untranscribed" };
    const text = await transcriber.transcribe(new Uint8Array(await sound.arrayBuffer()), language);
    return text === "" ? { kind: "untranscribed" } : { kind: "transcribed", text, by: "whisper" };
  } catch (error) {
    if (tries < TRIES_MAX) throw error;
    log.warn("voicemail-not-transcribed", { id, error: describeError(error) });
    return { kind: "untranscribed" };
  }
}
