// The blocks of an e-mail that stand in columns. Widths and colours are attributes as well, for Outlook's Word engine.
import type { Block, Figure, Tone } from "#core/mail/document";
import { Html, html } from "./html.ts";
import { COLOUR } from "./look.ts";

export type Of<Kind extends Block["kind"]> = Extract<Block, { kind: Kind }>;
/** The side that lines begin at. */
export type Start = "left" | "right";

export const TABLE = new Html('role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"');

const SMALL = "font-size:14px;line-height:20px";
const TINY = "font-size:13px;line-height:18px";

export function inkOf(tone: Tone = "plain"): { readonly name: string; readonly colour: string } {
  return tone === "plain" ? { name: "ink", colour: COLOUR.ink } : { name: tone, colour: COLOUR[tone] };
}

/** Line breaks stay as they were written. */
export function lines(text: string): Html[] {
  return text.split(/\r?\n/).map((line, index) => (index === 0 ? html`${line}` : html`<br />${line}`));
}

function endOf(start: Start): Start {
  return start === "left" ? "right" : "left";
}

export function renderFigures({ figures }: Of<"figures">, start: Start): Html {
  const width = Math.floor(100 / Math.max(1, figures.length));
  return html`<table ${TABLE} style="margin:0 0 16px">
    <tr>
      ${figures.map((figure) => renderFigure(figure, width, start))}
    </tr>
  </table>`;
}

function renderFigure({ label, value, note, tone }: Figure, width: number, start: Start): Html {
  const { name, colour } = inkOf(tone);
  const more =
    note === undefined
      ? html``
      : html`<div class="muted" style="${TINY};color:${COLOUR.muted}">${note}</div>`;
  return html`<td
    class="figure"
    width="${width}%"
    valign="top"
    style="padding-bottom:12px;padding-${endOf(start)}:8px"
  >
    <div class="${name}" style="font-size:28px;line-height:34px;font-weight:600;color:${colour}">
      ${value}
    </div>
    <div class="ink" style="${SMALL};color:${COLOUR.ink}">${label}</div>
    ${more}
  </td>`;
}

export function renderFacts({ rows }: Of<"facts">, start: Start): Html {
  const border = `border-top:1px solid ${COLOUR.line};padding-top:7px;padding-bottom:7px;text-align:${start}`;
  const cells = rows.map(
    ({ label, value }) =>
      html`<tr>
        <td
          valign="top"
          width="34%"
          class="muted line"
          style="${border};padding-${endOf(start)}:12px;${SMALL};color:${COLOUR.muted}"
        >
          ${label}
        </td>
        <td dir="auto" valign="top" class="ink line" style="${border};${SMALL};color:${COLOUR.ink}">
          ${lines(value)}
        </td>
      </tr>`,
  );
  return html`<table ${TABLE} style="margin:0 0 20px">
    ${cells}
  </table>`;
}

/** Read out as a table, unlike the others, which are one only for their looks. */
export function renderTable({ head, rows, numeric = [] }: Of<"table">, start: Start): Html {
  const styleOf = (column: number) =>
    numeric.includes(column)
      ? `padding:7px 0;padding-${start}:10px;text-align:${endOf(start)};white-space:nowrap`
      : `padding:7px 0;padding-${endOf(start)}:8px;text-align:${start}`;
  const heads = head.map(
    (text, column) =>
      html`<th
        scope="col"
        class="muted"
        style="${styleOf(column)};${TINY};font-weight:600;color:${COLOUR.muted}"
      >
        ${text}
      </th>`,
  );
  const cell = (text: string, column: number) =>
    html`<td
      valign="top"
      class="ink line"
      style="${styleOf(column)};border-top:1px solid ${COLOUR.line};${SMALL};color:${COLOUR.ink}"
    >
      ${lines(text)}
    </td>`;
  const body = rows.map(
    (row) =>
      html`<tr>
        ${row.map(cell)}
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

export function renderBars({ label, bars }: Of<"bars">, start: Start): Html {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const rows = bars.map(({ label: name, value, note }) => {
    const percent = value <= 0 ? 0 : Math.max(BAR_PERCENT_MIN, Math.round((value / most) * 100));
    return html`<tr>
      <td
        width="30%"
        class="ink"
        style="padding:3px 0;padding-${endOf(start)}:8px;${SMALL};color:${COLOUR.ink}"
      >
        ${name}
      </td>
      <td width="45%" style="padding:3px 0">
        <table ${TABLE} class="track" bgcolor="${COLOUR.page}">
          <tr>
            ${barCell("bar", percent, COLOUR.accent)}${barCell("rest", 100 - percent, COLOUR.page)}
          </tr>
        </table>
      </td>
      <td width="25%" class="ink" style="padding:3px 0;padding-${start}:12px;${SMALL};color:${COLOUR.ink}">
        ${note ?? String(value)}
      </td>
    </tr>`;
  });
  return html`<p class="muted" style="margin:0 0 6px;${TINY};font-weight:600;color:${COLOUR.muted}">
      ${label}
    </p>
    <table ${TABLE} style="margin:0 0 20px">
      ${rows}
    </table>`;
}

function barCell(name: "bar" | "rest", percent: number, colour: string): Html {
  if (percent === 0) return html``;
  return html`<td
    class="${name}"
    width="${percent}%"
    height="14"
    bgcolor="${colour}"
    style="font-size:1px;line-height:14px"
  >
    &nbsp;
  </td>`;
}
