// Exports written before an instant: their files, then that there were any.
import { exportKey } from "../files/keys.ts";
import { forgetExports, listOldExports } from "../db/old-files.ts";
import type { Services } from "../services.ts";

/** R2 deletes at most 1,000 keys a call; as many exports are looked at in one go. */
const FILES_PER_CALL = 1_000;

/** `before` in epoch milliseconds. Returns how many there were. */
export async function forgetExportsBefore(
  { d1, files }: Pick<Services, "d1" | "files">,
  before: number,
): Promise<number> {
  const old = await listOldExports(d1, before, FILES_PER_CALL);
  for (const { id, parts } of old) {
    const keys = Array.from({ length: parts }, (_, part) => exportKey(id, part));
    for (let at = 0; at < keys.length; at += FILES_PER_CALL)
      await files.delete(keys.slice(at, at + FILES_PER_CALL));
  }
  await forgetExports(
    d1,
    old.map(({ id }) => id),
  );
  return old.length;
}
