// Messages from nobody we could answer: each waits for a person on the staff.
import type { StrayRecord } from "#core/record";
import type { Prepare } from "./prepare.ts";

export function projectStrays(strays: readonly StrayRecord[], prepare: Prepare): D1PreparedStatement[] {
  return prepare(
    `INSERT INTO notices (id, kind, text, at)
     SELECT j.value->>'id', 'stray', j.value->>'text', j.value->>'at' FROM json_each(?1) j WHERE true ON CONFLICT DO NOTHING`,
    strays.map(({ id, from, text, at }) => ({
      id,
      at,
      text: `From ${from === "" ? "an unknown sender" : from}: ${text}`,
    })),
  );
}
