// Turns into funnels: the newest category that a flow gave somebody, beside where they stand. What follows from it is decided
// afterwards, by whoever reads both.
import type { TurnRecord } from "#core/record";
import type { Prepare } from "./prepare.ts";

interface Answer {
  readonly addressId: string;
  readonly funnel: string;
  readonly category: string;
  readonly at: number;
}

export function projectFunnels(turns: readonly TurnRecord[], prepare: Prepare): D1PreparedStatement[] {
  const newest = new Map<string, Answer>();
  for (const { addressId, changes } of turns) {
    for (const change of changes) {
      if (change.kind !== "category") continue;
      const { funnel, category, at } = change;
      const key = `${addressId} ${funnel}`;
      const before = newest.get(key);
      if (before === undefined || isNewer({ at, category }, before))
        newest.set(key, { addressId, funnel, category, at });
    }
  }
  return prepare(
    `UPDATE funnel_members SET answer = n.category, answered_at = n.at
       FROM (SELECT f.id AS funnel_id, a.contact_id, j.value->>'category' AS category, max(j.value->>'at') AS at
               FROM json_each(?1) j
               JOIN funnels f ON f.key = j.value->>'funnel'
               JOIN addresses a ON a.id = j.value->>'addressId'
              WHERE coalesce(a.erased_at, -1) < j.value->>'at'
              GROUP BY 1, 2) n
      WHERE funnel_members.funnel_id = n.funnel_id AND funnel_members.contact_id = n.contact_id
        AND (n.at > funnel_members.answered_at
             OR (n.at = funnel_members.answered_at AND n.category > funnel_members.answer))`,
    [...newest.values()],
  );
}

/** Of two categories of one instant the same one wins as in the table of categories. */
function isNewer(a: Pick<Answer, "at" | "category">, b: Pick<Answer, "at" | "category">): boolean {
  return a.at > b.at || (a.at === b.at && a.category > b.category);
}
