// Which alarms operators were told of, and in which e-mail.
import type { Told, Waiting } from "#core/mail/telling";
import { TOLD_PER_HOUR_MAX } from "#core/mail/telling";
import type { Alarm } from "#core/mail/alarm-document";

export type UntoldAlarm = Waiting & Alarm & { readonly toldIn: string | null };

/** A round takes so many, and the next one the rest. */
const ROUND_MAX = 100;

/**
 * Those that wait, oldest first, and those whose e-mail was settled but perhaps not written (`toldIn`). That e-mail is
 * refused is no news that could come by e-mail.
 */
export async function listUntoldAlarms(d1: D1Database): Promise<readonly UntoldAlarm[]> {
  const { results } = await d1
    .prepare(
      `SELECT id, kind, subject, text, at, told_in AS toldIn FROM alarms
        WHERE told_at IS NULL AND (done_at IS NULL OR told_in IS NOT NULL) AND kind <> 'email-refused'
        ORDER BY at, id LIMIT ?`,
    )
    .bind(ROUND_MAX)
    .all<UntoldAlarm>();
  return results;
}

export async function listToldAlarms(d1: D1Database, since: number): Promise<readonly Told[]> {
  const { results } = await d1
    .prepare("SELECT kind, subject, told_in AS toldIn FROM alarms WHERE told_at > ? AND told_in IS NOT NULL")
    .bind(since)
    .all<Told>();
  return results;
}

/** Settles that these are told in one e-mail, unless another run was faster or the hour is full: whoever reads on sees what became of it. */
export function claimTelling(
  d1: D1Database,
  ids: readonly string[],
  toldIn: string,
  since: number,
): D1PreparedStatement {
  return d1
    .prepare(
      `UPDATE alarms SET told_in = ?2
        WHERE id IN (SELECT value FROM json_each(?1)) AND told_in IS NULL AND told_at IS NULL AND done_at IS NULL
          AND (SELECT count(DISTINCT told_in) FROM alarms WHERE told_in IS NOT NULL AND (told_at IS NULL OR told_at > ?3)) < ?4`,
    )
    .bind(JSON.stringify(ids), toldIn, since, TOLD_PER_HOUR_MAX);
}

export function markTold(d1: D1Database, toldIn: string, now: number): D1PreparedStatement {
  return d1
    .prepare("UPDATE alarms SET told_at = ?2 WHERE told_in = ?1 AND told_at IS NULL")
    .bind(toldIn, now);
}
