// Every night: files that came and went as CSV. They are copies of what is in the record, and erasing a person does not reach into them.
import { exportKey, uploadKey } from "../files/keys.ts";
import { forgetExports, forgetUploads, listOldExports, listOldUploads } from "../db/old-files.ts";
import type { Services } from "../services.ts";

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
  const old = await listOldExports(d1, now - EXPORTS_KEPT_DAYS * DAY_MS, FILES_PER_CALL);
  for (const { id, parts } of old) {
    const keys = Array.from({ length: parts }, (_, part) => exportKey(id, part));
    for (let at = 0; at < keys.length; at += FILES_PER_CALL)
      await files.delete(keys.slice(at, at + FILES_PER_CALL));
  }
  await forgetExports(
    d1,
    old.map(({ id }) => id),
  );
  return { uploads: uploads.length, exports: old.length };
}
