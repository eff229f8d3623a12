// The pictures and recordings an erased person sent, in our own store.
import type { Services } from "../services.ts";

/** R2 deletes at most 1,000 keys a call. */
const FILES_PER_CALL = 1_000;

/** Forgets everything an address sent up to an instant (epoch milliseconds). */
export async function forgetFiles(
  { d1, files }: Pick<Services, "d1" | "files">,
  addressId: string,
  until: number,
): Promise<void> {
  for (;;) {
    const { results } = await d1
      .prepare(
        `SELECT f.message_id AS messageId, f.place, f.file FROM messages m JOIN media f ON f.message_id = m.id
          WHERE m.address_id = ? AND m.at <= ? LIMIT ?`,
      )
      .bind(addressId, until, FILES_PER_CALL)
      .all<{ messageId: string; place: number; file: string }>();
    if (results.length === 0) return;
    await files.delete(results.map(({ file }) => file));
    await d1
      .prepare(
        `DELETE FROM media WHERE (message_id, place) IN (
           SELECT j.value->>'messageId', j.value->>'place' FROM json_each(?) j)`,
      )
      .bind(JSON.stringify(results))
      .run();
  }
}
