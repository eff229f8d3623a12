// Which failures no later try can mend. Everything else - D1 away, overloaded, a schema not migrated yet - is waited for.

/** A record of a shape no table takes. */
export class Unwritable extends Error {
  override name = "Unwritable";
}

/** What SQLite says of values it will never store (SQLite, "Result and Error Codes"; `malformed JSON` is of its JSON functions). */
const REFUSALS = /SQLITE_(CONSTRAINT|MISMATCH|TOOBIG)|constraint failed|malformed JSON|D1_TYPE_ERROR/;

/** The same failure, marked where it is one of the record itself. */
export function markUnwritable(error: unknown): unknown {
  if (!(error instanceof Error) || !REFUSALS.test(error.message)) return error;
  return new Unwritable("SQLite will not have it", { cause: error });
}
