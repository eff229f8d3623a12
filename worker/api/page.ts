// Lists come in pages by key: a page goes on where the one before ended, whatever was added meanwhile.
import * as z from "zod";

/** What fits on a screen, and what a script may ask for at once. */
const LIMIT_DEFAULT = 50;
const LIMIT_MAX = 200;
const CURSOR_CHARACTERS_MAX = 500;

/** The query of a list whose order is by `key`: `limit`, and `cursor` as the page before gave it out. */
export function paging<Key extends z.ZodType>(key: Key) {
  return z.object({
    limit: z.coerce
      .number()
      .int()
      .min(1)
      .max(LIMIT_MAX)
      .default(LIMIT_DEFAULT)
      .meta({ description: "How many a page holds at most." }),
    cursor: z
      .string()
      .max(CURSOR_CHARACTERS_MAX)
      .transform((cursor, context): z.output<Key> => {
        const parsed = key.safeParse(decode(cursor));
        if (parsed.success) return parsed.data;
        context.addIssue("it is no cursor of this list; take `next` of the page before");
        return z.NEVER;
      })
      .optional()
      .meta({ description: "`next` of the page before." }),
  });
}

/** Most lists are in the order of their ids. */
export const byId = paging(z.string().max(80));
/** Those whose ids tell no time are by time, then id. */
export const byTime = paging(z.tuple([z.int(), z.string().max(80)]));

type Key = string | number | readonly (string | number)[];

export interface Page<Item> {
  readonly data: readonly Item[];
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
}

/** A page of rows that were read with one more than the limit, to know whether there is another page. */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => Key,
  show: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    data: shown.map(show),
    next: rows.length > limit && last !== undefined ? encode(keyOf(last)) : null,
  };
}

/** The same of a list in the order of its ids. */
export function toPageById<Row extends { readonly id: string }, Item>(
  rows: readonly Row[],
  limit: number,
  show: (row: Row) => Item,
): Page<Item> {
  return toPage(rows, limit, ({ id }) => id, show);
}

function encode(key: Key): string {
  const bytes = new TextEncoder().encode(JSON.stringify(key));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

function decode(cursor: string): unknown {
  try {
    const binary = atob(cursor.replaceAll("-", "+").replaceAll("_", "/"));
    return JSON.parse(
      new TextDecoder().decode(Uint8Array.from(binary, (character) => character.charCodeAt(0))),
    );
  } catch {
    return undefined;
  }
}
