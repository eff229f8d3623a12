// The sound of a message left on the machine: fetched with our credentials from a URL we build, kept in FILES.
import { changeVoicemail } from "../db/voicemails.ts";
import type { VoicemailRow } from "../db/voicemails.ts";
import { recordingKey } from "../files/keys.ts";
import type { Services } from "../services.ts";

/** Ten minutes, the longest a helpline takes, are less than 10 MB even as WAV; an e-mail takes 15 MB of files. */
const BYTES_MAX = 15_000_000;
/** Twilio has a recording when it says so; what is not to be had a day later never will be. */
const GIVE_UP_MS = 24 * 3_600_000;

/** Throws where it should be tried again. */
export async function keepRecording(services: Services, voicemail: VoicemailRow): Promise<void> {
  const { id, recordingSid, recordedAt, file, failure, deletedAt } = voicemail;
  if (recordingSid === null || recordedAt === null || file !== null || failure !== null || deletedAt !== null)
    return;
  const { db, files, twilio, clock } = services;
  const lose = (why: string) => changeVoicemail(db, id, { failure: why });
  const isLastTry = clock.now() - recordedAt >= GIVE_UP_MS;
  let response: Response;
  try {
    response = await twilio.fetchRecording(recordingSid);
    if (!response.ok) throw new Error(`Twilio answered ${response.status} for the recording`);
  } catch (error) {
    if (!isLastTry) throw error;
    await lose("Twilio did not have it for a day.");
    return;
  }
  const type = response.headers.get("content-type")?.split(";")[0]?.trim() ?? "";
  if (!/^audio\/[\w.+-]+$/.test(type)) {
    await lose("What Twilio sent is no sound.");
    return;
  }
  const sound = await readAtMost(response, BYTES_MAX);
  if (sound === null) {
    await lose("It is larger than 15 MB.");
    return;
  }
  const key = recordingKey(id);
  await files.put(key, sound, { httpMetadata: { contentType: type } });
  const isWanted = await changeVoicemail(db, id, { file: key, type, bytes: sound.byteLength });
  if (!isWanted) await files.delete(key);
}

/** Null for more than that: the rest is not even received. */
async function readAtMost(response: Response, bytesMax: number): Promise<Uint8Array | null> {
  if (Number(response.headers.get("content-length") ?? 0) > bytesMax) {
    await response.body?.cancel();
    return null;
  }
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    // Leaving the loop cancels the rest.
    if (bytes > bytesMax) return null;
    chunks.push(chunk);
  }
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}
