// How rows become statements: each row is one element of a JSON parameter, since D1 binds 100 parameters at most.

/** A parameter of D1 holds 2 MB; rows are cut into pieces well below it. */
const PARAMETER_CHARACTERS_MAX = 500_000;

/** One statement per piece of rows, none for no rows; the query reads them from `json_each(?1)`. */
export type Prepare = (query: string, rows: readonly object[]) => D1PreparedStatement[];

export function preparer(d1: D1Database): Prepare {
  return (query, rows) => {
    const statements: D1PreparedStatement[] = [];
    let piece: string[] = [];
    let characters = 0;
    const flush = () => {
      if (piece.length > 0) statements.push(d1.prepare(query).bind(`[${piece.join(",")}]`));
      piece = [];
      characters = 0;
    };
    for (const row of rows) {
      const json = JSON.stringify(row);
      if (characters + json.length > PARAMETER_CHARACTERS_MAX) flush();
      piece.push(json);
      characters += json.length;
    }
    flush();
    return statements;
  };
}
