// What we began with a person beside what the object of one of their addresses knows: the frequency cap is the person's.

/** Where it is asked: the alias of `addresses`, and since when as an SQL expression in epoch milliseconds. */
interface Window {
  readonly address: string;
  readonly since: string;
}

/** Messages begun at their other addresses, as far as D1 has heard: a number. Most people have one address and cost nothing. */
export function begunElsewhereSql({ address, since }: Window): string {
  return `(SELECT count(*) FROM addresses b JOIN messages n ON n.address_id = b.id
    WHERE b.contact_id = ${address}.contact_id AND b.id <> ${address}.id AND n.at > ${since}
      AND n.direction = 'out' AND n.kind IN ('campaign', 'api')
      AND n.rank >= 5 AND n.status NOT IN ('canceled', 'refused', 'failed'))`;
}

/** The same for one address. */
export async function readBegunElsewhere(d1: D1Database, addressId: string, since: number): Promise<number> {
  const row = await d1
    .prepare(
      `SELECT ${begunElsewhereSql({ address: "a", since: "?2" })} AS count FROM addresses a WHERE a.id = ?1`,
    )
    .bind(addressId, since)
    .first<{ count: number }>();
  return row?.count ?? 0;
}
