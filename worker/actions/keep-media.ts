// A picture or recording somebody sent: fetched with our credentials from a URL we build, kept in FILES.
import type { OutboundJob } from "#core/contact/jobs";
import type { Services } from "../services.ts";

/** Twilio takes at most 16 MB (WhatsApp; MMS 5). */
const BYTES_MAX = 16 * 1024 * 1024;

/** Returns in how many seconds to try again, or null when it is kept, or can never be had. */
export async function keepMedia(
  services: Services,
  job: Extract<OutboundJob, { kind: "media" }>,
): Promise<number | null> {
  const { messageId, place, type } = job;
  if (!(await isStillAsked(services.d1, messageId))) return null;
  const response = await services.twilio.fetchMedia(job.messageSid, job.mediaSid);
  if (response.status >= 500 || response.status === 429) return 60;
  const bytes = Number(response.headers.get("content-length") ?? 0);
  if (!response.ok || response.body === null || bytes > BYTES_MAX) {
    services.log.warn("media-not-kept", { messageId, place, status: response.status, bytes });
    return null;
  }
  const content = await response.arrayBuffer();
  if (content.byteLength > BYTES_MAX) return null;
  const file = `media/${messageId}/${place}`;
  await services.files.put(file, content, { httpMetadata: { contentType: type } });
  await services.d1
    .prepare(
      "INSERT OR IGNORE INTO media (message_id, place, type, bytes, file, at) VALUES (?, ?, ?, ?, ?, ?)",
    )
    .bind(messageId, place, type, content.byteLength, file, services.clock.now())
    .run();
  return null;
}

/** Not when the person was erased, or the text purged, while the job waited. */
async function isStillAsked(d1: D1Database, messageId: string): Promise<boolean> {
  const row = await d1
    .prepare("SELECT 1 FROM messages WHERE id = ? AND media <> '[]'")
    .bind(messageId)
    .first();
  return row !== null;
}
