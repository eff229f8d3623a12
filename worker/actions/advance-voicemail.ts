// Does about a message left on the machine whatever is to be done next: fetch its sound, write it down, mail it, clear it away.
import { findVoicemail, setDue } from "../db/voicemails.ts";
import type { VoicemailRow } from "../db/voicemails.ts";
import { describeError } from "../log.ts";
import type { Services } from "../services.ts";
import { clearRecording } from "./clear-recording.ts";
import { keepRecording } from "./keep-recording.ts";
import { mailVoicemail } from "./mail-voicemail.ts";
import { transcribeRecording } from "./transcribe-recording.ts";

const RETRY_SECONDS_MIN = 15;
/** As long as it is away, the carrier is asked once an hour. */
const RETRY_SECONDS_MAX = 3_600;

/** Staff read it. */
const TROUBLE_CHARACTERS_MAX = 300;

type Step = (services: Services, voicemail: VoicemailRow) => Promise<void>;

/** Each looks by itself whether it is its turn; one that fails is tried again, and holds up none of the others. */
const STEPS: readonly Step[] = [keepRecording, transcribeRecording, mailVoicemail, clearRecording];

/** As often and as late as one likes. Throws where not even that it failed could be written down. */
export async function advanceVoicemail(services: Services, id: string): Promise<void> {
  const before = await findVoicemail(services.db, id);
  if (before === null || before.dueAt === null) return;
  const troubles: string[] = [];
  for (const step of STEPS) {
    const voicemail = await findVoicemail(services.db, id);
    if (voicemail === null) return;
    try {
      await step(services, voicemail);
    } catch (error) {
      troubles.push(describeError(error).slice(0, TROUBLE_CHARACTERS_MAX));
    }
  }
  const [trouble = null] = troubles;
  if (trouble === null) return setDue(services.d1, before, { dueAt: null, tries: 0, trouble });
  services.log.warn("voicemail-not-advanced", { id, tries: before.tries, error: trouble });
  const delaySeconds = Math.min(RETRY_SECONDS_MAX, RETRY_SECONDS_MIN * 2 ** Math.min(before.tries, 10));
  const dueAt = services.clock.now() + delaySeconds * 1_000;
  await setDue(services.d1, before, { dueAt, tries: before.tries + 1, trouble });
  await offerVoicemails(services, [id], delaySeconds);
}

/** Asks for it to be looked after; a sweep asks again. */
export async function offerVoicemails(
  { work }: Pick<Services, "work">,
  ids: readonly string[],
  delaySeconds = 0,
): Promise<void> {
  if (ids.length === 0) return;
  await work.sendBatch(
    ids.map((voicemailId) => ({ body: { kind: "voicemail", voicemailId } })),
    { delaySeconds },
  );
}
