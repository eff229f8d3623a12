// Lists of the 2010 API: pages with links to the first and the next one.
import type { Parameters } from "./parameters.ts";
import { Problem } from "./problem.ts";

export const PAGE_PARAMETERS = ["PageSize", "Page", "PageToken"] as const;

const PAGE_SIZE_DEFAULT = 50;
const PAGE_SIZE_MAX = 1000;

/** One page of `items` under `name`; the token of the next page is the SID it follows. */
export function makePage<T>(
  url: URL,
  given: Parameters,
  name: string,
  items: readonly T[],
  sidOf: (item: T) => string,
  show: (item: T) => unknown,
): Record<string, unknown> {
  const pageSize = Number(given.one("PageSize") ?? PAGE_SIZE_DEFAULT);
  if (!Number.isInteger(pageSize) || pageSize < 1 || pageSize > PAGE_SIZE_MAX) {
    throw new Problem(400, 20006, `PageSize must be between 1 and ${PAGE_SIZE_MAX}`);
  }
  const page = Number(given.one("Page") ?? 0);
  const token = given.one("PageToken");
  const start = token === undefined ? 0 : items.findIndex((item) => `PA${sidOf(item)}` === token) + 1;
  if (token !== undefined && start === 0) throw new Problem(400, 20006, "PageToken is not valid");
  const shown = items.slice(start, start + pageSize);
  const last = shown.at(-1);
  const more = last !== undefined && start + pageSize < items.length;
  return {
    [name]: shown.map(show),
    end: Math.max(start + shown.length - 1, 0),
    first_page_uri: link(url, { PageSize: String(pageSize), Page: "0" }),
    next_page_uri: more
      ? link(url, { PageSize: String(pageSize), Page: String(page + 1), PageToken: `PA${sidOf(last)}` })
      : null,
    page,
    page_size: pageSize,
    previous_page_uri: null,
    start,
    uri: url.pathname + url.search,
  };
}

function link(url: URL, paging: Record<string, string>): string {
  const query = new URLSearchParams(url.search);
  for (const name of PAGE_PARAMETERS) query.delete(name);
  for (const [name, value] of Object.entries(paging)) query.set(name, value);
  return `${url.pathname}?${query.toString()}`;
}
