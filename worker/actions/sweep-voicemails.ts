// Messages left on the machine about which something is still to be done, asked for again: a queue may have lost the word.
import { listDueVoicemails } from "../db/voicemails.ts";
import type { Services } from "../services.ts";
import { offerVoicemails } from "./advance-voicemail.ts";

/** A queue takes at most so many at once (Cloudflare). */
const OFFERED_AT_ONCE = 100;

export async function sweepVoicemails(services: Services): Promise<void> {
  const { d1, clock } = services;
  await offerVoicemails(services, await listDueVoicemails(d1, clock.now(), OFFERED_AT_ONCE));
}
