// The Content API's list with each content's approval beside it, in pages.
import { Hono } from "hono";
import type { Content } from "../content/content.ts";
import type { Exchange } from "../exchange.ts";
import { approvalJson, contentJson } from "./content.ts";
import { PAGE_PARAMETERS } from "./page.ts";
import { readParameters } from "./parameters.ts";
import { Problem } from "./problem.ts";

const API = "https://content.twilio.com/v1/ContentAndApprovals";
const PAGE_SIZE_DEFAULT = 50;
const PAGE_SIZE_MAX = 1000;

export function contentApprovalRoutes(exchange: Exchange): Hono {
  return new Hono().get("/v1/ContentAndApprovals", (c) => {
    const given = readParameters(new URL(c.req.url).searchParams, PAGE_PARAMETERS);
    const size = Number(given.one("PageSize") ?? PAGE_SIZE_DEFAULT);
    if (!Number.isInteger(size) || size < 1 || size > PAGE_SIZE_MAX)
      throw new Problem(400, 20006, `PageSize must be between 1 and ${PAGE_SIZE_MAX}`);
    const all = [...exchange.contents.values()];
    const token = given.one("PageToken");
    const start = token === undefined ? 0 : all.findIndex(({ sid }) => `PA${sid}` === token) + 1;
    if (token !== undefined && start === 0) throw new Problem(400, 20006, "PageToken is not valid");
    const shown = all.slice(start, start + size);
    const page = Number(given.one("Page") ?? 0);
    const last = shown.at(-1);
    const hasMore = last !== undefined && start + size < all.length;
    const meta = {
      page,
      page_size: size,
      first_page_url: `${API}?PageSize=${size}&Page=0`,
      previous_page_url: null,
      url: `${API}?PageSize=${size}&Page=${page}`,
      next_page_url: hasMore ? `${API}?PageSize=${size}&Page=${page + 1}&PageToken=PA${last.sid}` : null,
      key: "contents",
    };
    return c.json({ meta, contents: shown.map((content) => show(content, exchange.account.sid)) });
  });
}

function show(content: Content, accountSid: string): Record<string, unknown> {
  const { links: _links, url: _url, ...json } = contentJson(content, accountSid);
  return { ...json, approval_requests: approvalJson(content) };
}
