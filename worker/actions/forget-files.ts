// What an erased person left outside the tables: the pictures they sent, and letters no consumer could deal with.
import type { EraseRecord } from "#core/record";
import type { Services } from "../services.ts";

/** R2 deletes at most 1,000 keys a call. */
const FILES_PER_CALL = 1_000;

/** Runs before the record of the erasure is written, so that one that breaks in between is begun again. */
export async function forgetFiles({ d1, files }: Services, erasures: readonly EraseRecord[]): Promise<void> {
  for (const { addressId, at } of erasures) {
    for (;;) {
      const { results } = await d1
        .prepare(
          `SELECT f.message_id AS messageId, f.place, f.file FROM messages m JOIN media f ON f.message_id = m.id
            WHERE m.address_id = ? AND m.at <= ? LIMIT ?`,
        )
        .bind(addressId, at, FILES_PER_CALL)
        .all<{ messageId: string; place: number; file: string }>();
      if (results.length === 0) break;
      await files.delete(results.map(({ file }) => file));
      await d1
        .prepare(
          `DELETE FROM media WHERE (message_id, place) IN (
             SELECT j.value->>'messageId', j.value->>'place' FROM json_each(?) j)`,
        )
        .bind(JSON.stringify(results))
        .run();
    }
    // A letter is about the person when it names their address.
    await d1.prepare("DELETE FROM dead_letters WHERE instr(body, ?) > 0").bind(addressId).run();
  }
}
