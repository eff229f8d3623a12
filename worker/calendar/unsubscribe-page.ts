// The end of a digest, for who has its link: mail programs post to it by themselves (RFC 8058), people press the button.
// Opening it does nothing, since mail scanners follow links.
import { Hono } from "hono";
import { html } from "hono/html";
import { findByUnsubscribeLink, unsubscribeDigest } from "../actions/unsubscribe-digest.ts";
import type { AppEnv } from "../app.ts";
import { HEADERS, page } from "./page.ts";

const GONE = "There is nothing to unsubscribe from here.";

export const unsubscribePage = new Hono<AppEnv>();

unsubscribePage.get("/:secret", async (context) => {
  const row = await findByUnsubscribeLink(context.get("services"), context.req.param("secret"));
  if (row === null) return context.text(GONE, 404, HEADERS);
  const body =
    row.unsubscribedAt === null
      ? html`<h1>Stop the digest?</h1>
          <p>You will get no more of these e-mails.</p>
          <form method="post"><button>Unsubscribe</button></form>`
      : DONE;
  return context.html(page("en", body), 200, HEADERS);
});

unsubscribePage.post("/:secret", async (context) => {
  const isDone = await unsubscribeDigest(context.get("services"), context.req.param("secret"));
  return isDone ? context.html(page("en", DONE), 200, HEADERS) : context.text(GONE, 404, HEADERS);
});

const DONE = html`<h1>You are unsubscribed</h1>
  <p role="status">No more digests come to you. Ask somebody on the staff if you want them again.</p>`;
