// Turns into funnels: what flows called people who are in one. What follows from it is decided afterwards, by whoever reads both.
import type { TurnRecord } from "#core/record";
import type { Prepare } from "./prepare.ts";

export function projectFunnels(turns: readonly TurnRecord[], prepare: Prepare): D1PreparedStatement[] {
  const answers = turns.flatMap(({ addressId, changes }) =>
    changes.flatMap((change) => (change.kind === "category" ? [{ addressId, ...change }] : [])),
  );
  return prepare(
    `INSERT INTO funnel_answers (funnel_id, contact_id, at, category)
     SELECT m.funnel_id, m.contact_id, j.value->>'at', j.value->>'category'
       FROM json_each(?1) j
       JOIN funnels f ON f.key = j.value->>'funnel'
       JOIN addresses a ON a.id = j.value->>'addressId'
       JOIN funnel_members m ON m.funnel_id = f.id AND m.contact_id = a.contact_id
      WHERE coalesce(a.erased_at, -1) < j.value->>'at'
     ON CONFLICT DO NOTHING`,
    answers,
  );
}
