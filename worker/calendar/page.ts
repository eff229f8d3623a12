// How the pages look that a link in an e-mail opens, and what a browser may do with them.
import { html } from "hono/html";

/** Plain, readable on any telephone. */
export function page(language: string, body: ReturnType<typeof html>) {
  return html`<!doctype html>
    <html lang="${language}" dir="${language === "ar" ? "rtl" : "ltr"}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Partyline</title>
        <style>
          body {
            font:
              1.2rem/1.5 system-ui,
              sans-serif;
            color-scheme: light dark;
            max-width: 32rem;
            margin: 10vh auto;
            padding: 0 1rem;
          }
          button {
            font: inherit;
            display: block;
            width: 100%;
            margin: 1rem 0;
            padding: 1rem;
          }
        </style>
      </head>
      <body>
        <main>${body}</main>
      </body>
    </html>`;
}

/** For whoever has the address and nobody between; it runs no script and loads nothing. */
export const HEADERS = {
  "cache-control": "private, no-store",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-robots-tag": "noindex",
  "content-security-policy":
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
} as const;
