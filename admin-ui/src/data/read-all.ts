// Everything of a list that is to be seen at once, such as the shifts of a week or the names to choose from.
import type { Paged } from "./use-pages.ts";

/** As many as the API gives out at once. */
export const PAGE_LIMIT = "200";
/** Ten thousand rows: who has more is shown a list by pages. */
const PAGES_MAX = 50;

/** `read` is given the query of a page. */
export async function readAll<Row>(
  read: (query: { limit: string; cursor?: string }) => Promise<Paged<Row>>,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const { data, next }: Paged<Row> = await read({
      limit: PAGE_LIMIT,
      ...(cursor !== null && { cursor }),
    });
    rows.push(...data);
    if (next === null) break;
    cursor = next;
  }
  return rows;
}
