// Every night: files that came and went as CSV. They are copies of what is in the record, and of no use for long.
import { uploadKey } from "../files/keys.ts";
import { forgetUploads, listOldUploads } from "../db/old-files.ts";
import type { Services } from "../services.ts";
import { forgetExportsBefore } from "./forget-exports.ts";

const DAY_MS = 24 * 3_600_000;
/** Time enough to mend the rejected rows; after it only what was imported is left of a file. */
const UPLOADS_KEPT_DAYS = 30;
/** Time enough to download it. */
const EXPORTS_KEPT_DAYS = 7;
/** R2 deletes at most 1,000 keys a call. */
const FILES_PER_CALL = 1_000;

/** Returns how many of each went. */
export async function purgeFiles({
  d1,
  files,
  clock,
}: Services): Promise<{ uploads: number; exports: number }> {
  const now = clock.now();
  const uploads = await listOldUploads(d1, now - UPLOADS_KEPT_DAYS * DAY_MS, FILES_PER_CALL);
  if (uploads.length > 0) await files.delete(uploads.map(uploadKey));
  await forgetUploads(d1, uploads, now);
  const exports = await forgetExportsBefore({ d1, files }, now - EXPORTS_KEPT_DAYS * DAY_MS);
  return { uploads: uploads.length, exports };
}
