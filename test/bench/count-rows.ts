// A D1 that counts every row that it says it read or wrote.

export interface CountedRows {
  readonly d1: D1Database;
  /** Counts on. */
  readonly rows: { read: number; written: number };
}

export function countRows(d1: D1Database): CountedRows {
  const rows = { read: 0, written: 0 };
  const originals = new WeakMap<object, D1PreparedStatement>();
  const note = <Result extends { meta: D1Meta }>(result: Result): Result => {
    rows.read += result.meta.rows_read;
    rows.written += result.meta.rows_written;
    return result;
  };
  const statement = (inner: D1PreparedStatement): D1PreparedStatement => {
    const made = {
      bind: (...values: unknown[]) => statement(inner.bind(...values)),
      all: async () => note(await inner.all()),
      run: async () => note(await inner.run()),
      first: async () => note(await inner.all()).results[0] ?? null,
      raw: (...options: []) => inner.raw(...options),
    } as D1PreparedStatement;
    originals.set(made, inner);
    return made;
  };
  const counting = {
    prepare: (query: string) => statement(d1.prepare(query)),
    batch: async (statements: D1PreparedStatement[]) => {
      const results = await d1.batch(statements.map((one) => originals.get(one) ?? one));
      return results.map(note);
    },
  } as D1Database;
  return { d1: counting, rows };
}
