// Part of a name, in any case of any alphabet as conditions compare: quick enough to ask of everybody while somebody types.
import { sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import { wordsOf } from "#core/compare";
import { foldedLetters } from "#core/fold";
import { contacts } from "./schema/index.ts";

/**
 * SQLite's own `lower` knows ASCII only. Of the other letters only those that the part holds can matter: each spelling of
 * them that folds to one of its letters is replaced, instead of folding every letter of every name.
 */
export function isNamed(part: string): SQL {
  const wanted = wordsOf(part);
  const [upper, lower] = [foldedLetters().upper, foldedLetters().lower].map((letters) => Array.from(letters));
  const spellings = (upper ?? []).flatMap((letter, place) => {
    const folded = lower?.[place] ?? letter;
    return wanted.includes(folded) ? [[letter, folded] as const] : [];
  });
  const name = spellings
    .slice(0, SPELLINGS_MAX)
    .reduce(
      (text, [letter, folded]) => sql`replace(${text}, ${letter}, ${folded})`,
      sql`lower(${contacts.name})`,
    );
  return sql`instr(${name}, ${wanted}) > 0`;
}

/** D1 binds a hundred parameters: two a spelling, and some are others'. Nobody looks for forty letters that exist in two cases. */
const SPELLINGS_MAX = 40;
