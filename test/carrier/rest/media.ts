// Media of messages: described and fetched with credentials, served from a place that wants none.
import { Hono } from "hono";
import type { Exchange } from "../exchange.ts";
import type { Media } from "../message.ts";
import { rfc2822 } from "./message-json.ts";
import { makePage, PAGE_PARAMETERS } from "./page.ts";
import { readParameters } from "./parameters.ts";
import { notFound } from "./problem.ts";

type Found = { media: Media; createdAt: number; parentSid: string };

export function mediaRoutes(exchange: Exchange): Hono {
  const show = ({ media, createdAt, parentSid }: Found) => ({
    sid: media.sid,
    account_sid: exchange.account.sid,
    parent_sid: parentSid,
    content_type: media.kind === "stored" ? media.contentType : null,
    date_created: rfc2822(createdAt),
    date_updated: rfc2822(createdAt),
    uri: `/2010-04-01/Accounts/${exchange.account.sid}/Messages/${parentSid}/Media/${media.sid}.json`,
  });
  const allOf = (messageSid: string, path: string): Found[] => {
    const message = exchange.messages.get(messageSid);
    if (message === undefined) throw notFound(path);
    return message.media.map((media) => ({ media, createdAt: message.createdAt, parentSid: message.sid }));
  };
  const find = (messageSid: string, file: string, path: string): Found => {
    const sid = file.replace(/\.json$/, "");
    const found = allOf(messageSid, path).find(({ media }) => media.sid === sid);
    if (found === undefined) throw notFound(path);
    return found;
  };

  return new Hono()
    .get("/Messages/:message/Media.json", (c) => {
      const url = new URL(c.req.url);
      const given = readParameters(url.searchParams, PAGE_PARAMETERS);
      const found = allOf(c.req.param("message"), c.req.path);
      return c.json(makePage(url, given, "media_list", found, ({ media }) => media.sid, show));
    })
    .get("/Messages/:message/Media/:file", (c) => {
      const file = c.req.param("file");
      const found = find(c.req.param("message"), file, c.req.path);
      if (file.endsWith(".json")) return c.json(show(found));
      if (found.media.kind === "linked") return c.redirect(found.media.url, 307);
      return c.redirect(new URL(`/cdn/${found.parentSid}/${found.media.sid}`, c.req.url).href, 307);
    })
    .delete("/Messages/:message/Media/:file", (c) => {
      const { media, parentSid } = find(c.req.param("message"), c.req.param("file"), c.req.path);
      const message = exchange.messages.get(parentSid);
      if (message !== undefined) message.media = message.media.filter((each) => each !== media);
      return c.body(null, 204);
    });
}

/** Where the redirect leads. Like the real one it refuses a request that still carries credentials. */
export function cdnRoutes(exchange: Exchange): Hono {
  return new Hono().get("/cdn/:message/:media", (c) => {
    if (c.req.header("authorization") !== undefined) {
      return c.text("Only one auth mechanism allowed", 400);
    }
    const message = exchange.messages.get(c.req.param("message"));
    const media = message?.media.find((each) => each.sid === c.req.param("media"));
    if (media?.kind !== "stored") return c.text("not found", 404);
    return c.body(media.bytes, 200, { "content-type": media.contentType });
  });
}
