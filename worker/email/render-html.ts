// An e-mail as mail programs show it: tables and inline styles, 600 pixels wide at most, light and dark, in either direction.
import type { MailDocument } from "#core/mail/document";
import { Html, html } from "./html.ts";
import { renderBlock } from "./html-blocks.ts";
import type { Start } from "./html-tables.ts";
import { COLOUR, DARK, FONT } from "./look.ts";
import { unsubscribeIn } from "./words.ts";

/** Scripts that are written from right to left, by language. */
const RIGHT_TO_LEFT = new Set(["ar", "dv", "fa", "he", "ks", "ku", "ps", "sd", "ug", "ur", "yi"]);

/** Mail programs show what comes after a short preview: this keeps the text itself out of it. */
const FILLER = new Html("&#847;&zwnj;&nbsp;".repeat(60));

/** The whole page; every word of the document is escaped. */
export function renderHtml(document: MailDocument): string {
  const { language, subject, preview, blocks, reason, unsubscribeUrl } = document;
  const [base = ""] = language.split("-");
  const isRightToLeft = RIGHT_TO_LEFT.has(base);
  const direction = isRightToLeft ? "rtl" : "ltr";
  const start: Start = isRightToLeft ? "right" : "left";
  const unsubscribe =
    unsubscribeUrl === undefined
      ? html``
      : html` <a href="${unsubscribeUrl}" class="muted" style="color:${COLOUR.muted}"
          >${unsubscribeIn(language)}</a
        >`;
  return html`<!doctype html>
    <html lang="${language}" dir="${direction}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>${subject}</title>
        <style>
          ${new Html(DARK)}
        </style>
      </head>
      <body
        class="page"
        style="margin:0;padding:0;background:${COLOUR.page};color:${COLOUR.ink};-webkit-text-size-adjust:100%"
      >
        <div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${preview}${FILLER}</div>
        <table
          role="presentation"
          width="100%"
          cellpadding="0"
          cellspacing="0"
          border="0"
          class="page"
          bgcolor="${COLOUR.page}"
        >
          <tr>
            <td align="center" class="gutter" style="padding:24px 12px">
              <!--[if mso]><table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
              <table
                role="presentation"
                width="100%"
                cellpadding="0"
                cellspacing="0"
                border="0"
                class="card"
                bgcolor="${COLOUR.card}"
                style="max-width:600px;border:1px solid ${COLOUR.line};border-radius:8px"
              >
                <tr>
                  <td class="inside" align="${start}" style="padding:28px 32px 8px;${FONT}">
                    ${blocks.map((block) => renderBlock(block, start))}
                  </td>
                </tr>
              </table>
              <table
                role="presentation"
                width="100%"
                cellpadding="0"
                cellspacing="0"
                border="0"
                style="max-width:600px"
              >
                <tr>
                  <td
                    align="${start}"
                    class="muted foot"
                    style="padding:16px 32px;${FONT};font-size:13px;line-height:19px;color:${COLOUR.muted}"
                  >
                    ${reason}${unsubscribe}
                  </td>
                </tr>
              </table>
              <!--[if mso]></td></tr></table><![endif]-->
            </td>
          </tr>
        </table>
      </body>
    </html>`.markup;
}
