// An e-mail as plain text, for those who read it so and for programs that judge e-mails by it.
import type { Block, MailDocument } from "#core/mail/document";
import { unsubscribeIn } from "./words.ts";

/** As wide as plain-text e-mails are written (RFC 3676). */
const WIDTH = 72;
const BAR_WIDTH = 24;

export function renderText({ language, blocks, reason, unsubscribeUrl }: MailDocument): string {
  const foot = [
    wrap(reason),
    ...(unsubscribeUrl === undefined ? [] : [`${unsubscribeIn(language)}: ${unsubscribeUrl}`]),
  ];
  // "-- " begins a signature: mail programs show it apart, and leave it out of answers.
  return `${blocks.map(renderBlock).join("\n\n")}\n\n-- \n${foot.join("\n")}\n`;
}

function renderBlock(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `${wrap(block.text)}\n${"=".repeat(Math.min(WIDTH, widthOf(block.text)))}`;
    case "text":
      return wrap(block.tone === "bad" ? `! ${block.text}` : block.text);
    case "quote":
      return [
        ...wrap(block.text, WIDTH - 2)
          .split("\n")
          .map((line) => `> ${line}`),
        ...(block.by === undefined ? [] : [`  ${block.by}`]),
      ].join("\n");
    case "figures":
      return align(
        block.figures.map(({ label, value, note }) => [
          `${label}:`,
          note === undefined ? value : `${value} (${note})`,
        ]),
      );
    case "facts":
      return listFacts(block.rows);
    case "table":
      return align([block.head, ...block.rows], block.numeric);
    case "bars":
      return [block.label, align(block.bars.map((bar) => toBar(bar, mostOf(block.bars))))].join("\n");
    case "list":
      return block.items.map((item) => wrap(item, WIDTH - 2, "  ").replace(/^ {2}/, "- ")).join("\n");
    case "button":
      return `${block.text}:\n${block.url}`;
    default:
      return block satisfies never;
  }
}

/** The values in a column of their own, however many lines one has. */
function listFacts(rows: Extract<Block, { kind: "facts" }>["rows"]): string {
  const column = 2 + Math.max(...rows.map(({ label }) => widthOf(label) + 1));
  const indent = " ".repeat(column);
  return rows
    .map(({ label, value }) => {
      const name = `${label}:`;
      const lines = wrap(value, WIDTH - column, indent);
      return name + " ".repeat(column - widthOf(name)) + lines.slice(column);
    })
    .join("\n");
}

interface Bar {
  readonly label: string;
  readonly value: number;
  readonly note?: string;
}

function mostOf(bars: readonly Bar[]): number {
  return Math.max(1, ...bars.map(({ value }) => value));
}

function toBar({ label, value, note }: Bar, most: number): string[] {
  const length = value <= 0 ? 0 : Math.max(1, Math.round((value / most) * BAR_WIDTH));
  return [label, "#".repeat(length), note ?? String(value)];
}

/** Columns as wide as their widest cell; numbers to the right, the last column as long as it is. */
function align(rows: readonly (readonly string[])[], numeric: readonly number[] = []): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => widthOf(row[column] ?? ""))),
  );
  const pad = (text: string, column: number) => {
    const spaces = " ".repeat(Math.max(0, (widths[column] ?? 0) - widthOf(text)));
    return numeric.includes(column) ? spaces + text : text + spaces;
  };
  return rows.map((row) => row.map(pad).join("  ").trimEnd()).join("\n");
}

/** Breaks between words; what was broken already stays so, and a word longer than a line (a link) is left whole. */
function wrap(text: string, width = WIDTH, indent = ""): string {
  return text
    .split(/\r?\n/)
    .map((line) => wrapLine(line, width, indent))
    .join("\n");
}

function wrapLine(line: string, width: number, indent: string): string {
  const lines: string[] = [];
  let current = "";
  for (const word of line.split(/\s+/).filter(Boolean)) {
    if (current !== "" && widthOf(current) + 1 + widthOf(word) > width) {
      lines.push(current);
      current = word;
    } else current = current === "" ? word : `${current} ${word}`;
  }
  return [...lines, current].map((each) => indent + each).join("\n");
}

/** In characters as people count them, near enough for columns. */
function widthOf(text: string): number {
  return text.match(/\P{M}/gu)?.length ?? 0;
}
