// The mailbox page beside the phone: its files, what it reads and what it changes. Loopback only, as the phone.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Hono } from "hono";
import * as z from "zod";
import { bundlePage } from "../../phone/bundle.ts";
import { readCommand } from "../../phone/read-command.ts";
import type { Mail } from "../mail.ts";
import { findBox } from "../office.ts";
import type { PostOffice } from "../post-office.ts";
import { unsubscribe } from "../unsubscribe.ts";
import { HTML_POLICY, htmlPage } from "./html-page.ts";
import { showMailDetail } from "./show.ts";

const here = (name: string): URL => new URL(`browser/${name}`, import.meta.url);
const phone = (name: string): URL => new URL(`../../phone/browser/styles/${name}.css`, import.meta.url);

/** In the order of the cascade. */
const STYLES = [
  ...["base", "clock", "people", "network", "hover"].map(phone),
  ...["frame", "list", "reading"].map((name) => here(`styles/${name}.css`)),
];
/** What a browser may show by itself; anything else is saved. */
const SHOWN = /^(audio|image)\/(?!svg)/;
const HOUR_MS = 60 * 60 * 1000;

const readMail = z.object({ address: z.string(), id: z.string(), isRead: z.boolean() });
const openMail = z.object({ id: z.string() });
const setFate = z.object({
  address: z.string(),
  fate: z.enum(["delivered", "bounced", "complained", "delayed"]),
});
const setDown = z.object({ isDown: z.boolean() });

/** `changed` tells every open page. */
export function createMailPage({ office, mailbox }: PostOffice, changed: () => void): Hono {
  const find = (id: string): Mail | undefined => office.mails.get(id);
  return new Hono()
    .get("/mail", (c) => c.html(readFileSync(here("mail.html"), "utf8")))
    .get("/mail.css", (c) =>
      c.body(STYLES.map((file) => readFileSync(file, "utf8")).join("\n"), 200, {
        "content-type": "text/css; charset=utf-8",
      }),
    )
    .get("/mail.js", async (c) =>
      c.body(await bundlePage(fileURLToPath(here("main.tsx"))), 200, {
        "content-type": "text/javascript; charset=utf-8",
      }),
    )
    .get("/sim/mail/:id", (c) => {
      const mail = find(c.req.param("id"));
      return mail === undefined ? c.notFound() : c.json(showMailDetail(office, mail));
    })
    .get("/sim/mail/:id/html", (c) => {
      const mail = find(c.req.param("id"));
      if (mail === undefined) return c.notFound();
      return c.html(htmlPage(mail), 200, { "content-security-policy": HTML_POLICY });
    })
    .get("/sim/mail/:id/attachments/:place", (c) => {
      const attachment = find(c.req.param("id"))?.attachments[Number(c.req.param("place"))];
      if (attachment === undefined) return c.notFound();
      const { bytes, contentType, filename } = attachment;
      const how = SHOWN.test(contentType) && c.req.query("save") === undefined ? "inline" : "attachment";
      return c.body(bytes, 200, {
        "content-type": contentType,
        "content-disposition": `${how}; filename*=UTF-8''${encodeURIComponent(filename)}`,
      });
    })
    .post("/sim/mail/read", async (c) => {
      const { address, id, isRead } = await readCommand(c, readMail);
      for (const copy of findBox(office, address).copies) {
        if (copy.mail.id === id) copy.isRead = isRead;
      }
      changed();
      return c.body(null, 204);
    })
    .post("/sim/mail/unsubscribe", async (c) => {
      const mail = find((await readCommand(c, openMail)).id);
      return mail === undefined ? c.notFound() : c.json({ status: await unsubscribe(office, mail) });
    })
    .post("/sim/mail/fate", async (c) => {
      const { address, fate } = await readCommand(c, setFate);
      const box = mailbox(address);
      box.setFate({ kind: fate });
      if (fate === "delivered") box.forgive();
      changed();
      return c.body(null, 204);
    })
    .post("/sim/mail/down", async (c) => {
      const { isDown } = await readCommand(c, setDown);
      office.faults.goDown(isDown ? HOUR_MS : 0);
      changed();
      return c.body(null, 204);
    });
}
