// The one parameter of a compiled condition: a JSON object with every value in it.
import { foldedLetters, WHITE_SPACE } from "#core/fold";

export interface Binding {
  /** Puts a value into the parameter and returns the SQL that reads it. */
  readonly bind: (value: string | number) => string;
  /** Likewise a list: the SQL of a table with a column `value`. */
  readonly bindList: (values: readonly (string | number)[]) => string;
  /** The SQL of the characters that `trim` takes off. */
  readonly space: string;
  /** The SQL of the letters that folding changes, and of what they become. */
  readonly letters: () => { readonly upper: string; readonly lower: string };
  readonly json: () => string;
}

export function openBinding(parameter: string): Binding {
  const values: (string | number | readonly (string | number)[])[] = [];
  let letters: { upper: string; lower: string } | null = null;
  return {
    bind(value) {
      values.push(value);
      return `(${parameter} ->> '$.v[${values.length - 1}]')`;
    },
    bindList(list) {
      values.push(list);
      return `json_each(${parameter}, '$.v[${values.length - 1}]')`;
    },
    space: `(${parameter} ->> '$.space')`,
    letters() {
      letters ??= foldedLetters();
      return { upper: `(${parameter} ->> '$.upper')`, lower: `(${parameter} ->> '$.lower')` };
    },
    json: () => JSON.stringify({ v: values, space: WHITE_SPACE, ...letters }),
  };
}
