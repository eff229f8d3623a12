// The blocks of an e-mail, each as markup that Outlook's Word engine, Gmail and Apple Mail all lay out alike.
import type { Block } from "#core/mail/document";
import { html } from "./html.ts";
import type { Html } from "./html.ts";
import { inkOf, lines, renderBars, renderFacts, renderFigures, renderTable, TABLE } from "./html-tables.ts";
import type { Of, Start } from "./html-tables.ts";
import { COLOUR } from "./look.ts";

export function renderBlock(block: Block, start: Start): Html {
  switch (block.kind) {
    case "heading":
      return renderHeading(block);
    case "text":
      return renderText(block);
    case "quote":
      return renderQuote(block, start);
    case "figures":
      return renderFigures(block, start);
    case "facts":
      return renderFacts(block, start);
    case "table":
      return renderTable(block, start);
    case "bars":
      return renderBars(block, start);
    case "list":
      return renderList(block);
    case "button":
      return renderButton(block);
    default:
      return block satisfies never;
  }
}

function renderHeading({ text }: Of<"heading">): Html {
  return html`<h2
    class="ink"
    style="margin:0 0 12px;font-size:21px;line-height:28px;font-weight:600;color:${COLOUR.ink}"
  >
    ${text}
  </h2>`;
}

function renderText({ text, tone }: Of<"text">): Html {
  const { name, colour } = inkOf(tone);
  if (tone !== "bad")
    return html`<p dir="auto" class="${name}" style="margin:0 0 16px;color:${colour}">${lines(text)}</p>`;
  return html`<table ${TABLE} style="margin:0 0 16px">
    <tr>
      <td
        dir="auto"
        class="alert bad"
        bgcolor="${COLOUR.alert}"
        style="padding:12px 16px;border-radius:6px;color:${colour}"
      >
        ${lines(text)}
      </td>
    </tr>
  </table>`;
}

function renderQuote({ text, by }: Of<"quote">, start: Start): Html {
  const source =
    by === undefined
      ? html``
      : html`<br /><span class="muted" style="font-size:14px;color:${COLOUR.muted}">${by}</span>`;
  return html`<table ${TABLE} style="margin:0 0 16px">
    <tr>
      <td
        dir="auto"
        class="accent"
        style="padding:2px 16px;border-${start}:3px solid ${COLOUR.accent};text-align:${start}"
      >
        <span class="ink" style="color:${COLOUR.ink}">${lines(text)}</span>${source}
      </td>
    </tr>
  </table>`;
}

function renderList({ items, tone }: Of<"list">): Html {
  const { name, colour } = inkOf(tone);
  const entries = items.map(
    (item) => html`<li dir="auto" class="${name}" style="margin:0 0 6px;color:${colour}">${lines(item)}</li>`,
  );
  return html`<ul style="margin:0 0 16px;padding:0 22px">
    ${entries}
  </ul>`;
}

/** Padding on a cell, since Outlook ignores it on a link. */
function renderButton({ text, url }: Of<"button">): Html {
  return html`<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:4px 0 24px">
    <tr>
      <td class="button" bgcolor="${COLOUR.accent}" style="border-radius:6px;padding:11px 20px">
        <a
          href="${url}"
          style="color:#ffffff;text-decoration:none;font-weight:600;font-size:16px;line-height:22px"
          >${text}</a
        >
      </td>
    </tr>
  </table>`;
}
