// The blocks of an e-mail, each as markup that Outlook's Word engine, Gmail and Apple Mail all lay out alike.
import type { Block, Figure, Tone } from "#core/mail/document";
import { Html, html } from "./html.ts";
import { COLOUR } from "./look.ts";

type Of<Kind extends Block["kind"]> = Extract<Block, { kind: Kind }>;
/** The side lines begin at. */
export type Start = "left" | "right";

export function renderBlock(block: Block, start: Start): Html {
  switch (block.kind) {
    case "heading":
      return html`<h2
        class="ink"
        style="margin:0 0 12px;font-size:21px;line-height:28px;font-weight:600;color:${COLOUR.ink}"
      >
        ${block.text}
      </h2>`;
    case "text":
      return renderText(block);
    case "quote":
      return renderQuote(block, start);
    case "figures":
      return renderFigures(block);
    case "facts":
      return renderFacts(block);
    case "table":
      return renderTable(block, start);
    case "bars":
      return renderBars(block);
    case "list":
      return renderList(block);
    case "button":
      return renderButton(block);
    default:
      return block satisfies never;
  }
}

const TABLE = new Html('role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"');

function inkOf(tone: Tone = "plain"): { readonly name: string; readonly colour: string } {
  return tone === "plain" ? { name: "ink", colour: COLOUR.ink } : { name: tone, colour: COLOUR[tone] };
}

/** Line breaks stay as they were written. */
function lines(text: string): Html[] {
  return text.split(/\r?\n/).map((line, index) => (index === 0 ? html`${line}` : html`<br />${line}`));
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
        class="ink accent"
        style="padding:2px 16px;border-${start}:3px solid ${COLOUR.accent};color:${COLOUR.ink}"
      >
        <span class="ink">${lines(text)}</span>${source}
      </td>
    </tr>
  </table>`;
}

function renderFigures({ figures }: Of<"figures">): Html {
  const width = Math.floor(100 / Math.max(1, figures.length));
  return html`<table ${TABLE} style="margin:0 0 16px">
    <tr>
      ${figures.map((figure) => renderFigure(figure, width))}
    </tr>
  </table>`;
}

function renderFigure({ label, value, note, tone }: Figure, width: number): Html {
  const { name, colour } = inkOf(tone);
  const more =
    note === undefined
      ? html``
      : html`<div class="muted" style="font-size:13px;line-height:18px;color:${COLOUR.muted}">${note}</div>`;
  return html`<td class="figure" width="${width}%" valign="top" style="padding:0 8px 12px 0">
    <div class="${name}" style="font-size:28px;line-height:34px;font-weight:600;color:${colour}">
      ${value}
    </div>
    <div class="ink" style="font-size:14px;line-height:20px;color:${COLOUR.ink}">${label}</div>
    ${more}
  </td>`;
}

function renderFacts({ rows }: Of<"facts">): Html {
  const cells = rows.map(
    ({ label, value }) =>
      html`<tr>
        <td
          valign="top"
          width="34%"
          class="muted line"
          style="padding:7px 12px 7px 0;border-top:1px solid ${COLOUR.line};font-size:14px;line-height:20px;color:${COLOUR.muted}"
        >
          ${label}
        </td>
        <td
          dir="auto"
          valign="top"
          class="ink line"
          style="padding:7px 0;border-top:1px solid ${COLOUR.line};font-size:15px;line-height:20px;color:${COLOUR.ink}"
        >
          ${lines(value)}
        </td>
      </tr>`,
  );
  return html`<table ${TABLE} style="margin:0 0 20px">
    ${cells}
  </table>`;
}

function renderTable({ head, rows, numeric = [] }: Of<"table">, start: Start): Html {
  const end = start === "left" ? "right" : "left";
  const align = (column: number) => (numeric.includes(column) ? end : start);
  const heads = head.map(
    (text, column) =>
      html`<th
        scope="col"
        align="${align(column)}"
        class="muted"
        style="padding:6px 8px 6px 0;font-size:13px;line-height:18px;font-weight:600;color:${COLOUR.muted}"
      >
        ${text}
      </th>`,
  );
  const body = rows.map(
    (row) =>
      html`<tr>
        ${row.map(
          (text, column) =>
            html`<td
              align="${align(column)}"
              valign="top"
              class="ink line"
              style="padding:7px 8px 7px 0;border-top:1px solid ${COLOUR.line};font-size:15px;line-height:20px;color:${COLOUR.ink}"
            >
              ${lines(text)}
            </td>`,
        )}
      </tr>`,
  );
  return html`<table width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 20px">
    <tr>
      ${heads}
    </tr>
    ${body}
  </table>`;
}

/** A bar that is anything at all is seen. */
const BAR_PERCENT_MIN = 1;

function renderBars({ label, bars }: Of<"bars">): Html {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const rows = bars.map(({ label: name, value, note }) => {
    const percent = value <= 0 ? 0 : Math.max(BAR_PERCENT_MIN, Math.round((value / most) * 100));
    return html`<tr>
      <td
        width="30%"
        class="ink"
        style="padding:3px 12px 3px 0;font-size:14px;line-height:20px;color:${COLOUR.ink}"
      >
        ${name}
      </td>
      <td width="45%" style="padding:3px 0">
        <table ${TABLE} class="track" bgcolor="${COLOUR.page}">
          <tr>
            ${barCells(percent)}
          </tr>
        </table>
      </td>
      <td
        width="25%"
        class="ink"
        style="padding:3px 0 3px 12px;font-size:14px;line-height:20px;color:${COLOUR.ink}"
      >
        ${note ?? String(value)}
      </td>
    </tr>`;
  });
  return html`<p
      class="muted"
      style="margin:0 0 6px;font-size:13px;line-height:18px;font-weight:600;color:${COLOUR.muted}"
    >
      ${label}
    </p>
    <table ${TABLE} style="margin:0 0 20px">
      ${rows}
    </table>`;
}

function barCells(percent: number): Html {
  const bar = html`<td
    class="bar"
    width="${percent}%"
    height="14"
    bgcolor="${COLOUR.accent}"
    style="font-size:1px;line-height:14px"
  >
    &nbsp;
  </td>`;
  const rest = html`<td width="${100 - percent}%" height="14" style="font-size:1px;line-height:14px">
    &nbsp;
  </td>`;
  return html`${percent > 0 ? bar : html``}${percent < 100 ? rest : html``}`;
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
      <td class="bar" bgcolor="${COLOUR.accent}" style="border-radius:6px;padding:11px 20px">
        <a
          href="${url}"
          style="color:#ffffff;text-decoration:none;font-weight:600;font-size:16px;line-height:22px"
          >${text}</a
        >
      </td>
    </tr>
  </table>`;
}
