// The carrier has a recording, or its transcript: its call's object takes note of it.
import type { RecordingNews } from "#core/helpline/voicemail";
import type { Services } from "../services.ts";
import { pinCall, toArrival } from "./route-call.ts";
import type { Incoming } from "./route-call.ts";
import { whichHelplines } from "./which-helpline.ts";

/**
 * Throws where it could not be kept: Twilio calls again. Where the call never reached its helpline, because we failed when it came
 * in, the message does now.
 */
export async function hearRecording(
  services: Services,
  { helplineId, ...incoming }: Incoming & { readonly helplineId: string | null },
  news: RecordingNews,
): Promise<void> {
  const now = services.clock.now();
  const { sid, to } = incoming;
  const known = helplineId === null ? whichHelplines(services, to) : [helplineId];
  for await (const id of known) if (await services.helpline(id).hear({ sid, news, now })) return;
  const arrival = await toArrival(services, incoming);
  const pinned = await pinCall(services, arrival, now);
  if (pinned === null) {
    services.log.warn("recording-of-no-helpline", { sid });
    return;
  }
  const helpline = services.helpline(pinned.helplineId);
  await helpline.adopt({ arrival, pinned, now });
  await helpline.hear({ sid, news, now });
}
