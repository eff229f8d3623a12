// Reads a transcript.
import { DISPOSITIONS } from "#core/conversation/run";
import { parseDuration } from "#core/conversation/transcript/duration";
import { EVENTS } from "#core/conversation/transcript/line";
import { parseHeader } from "#core/conversation/transcript/header";
import type { Transcript, TranscriptLine } from "#core/conversation/transcript/line";
import { readHeard, readSaid } from "#core/conversation/transcript/words";

export type Parsed =
  /** `numbers[i]` is where `transcript.lines[i]` stands in the text, from 1. */
  | { readonly kind: "ok"; readonly transcript: Transcript; readonly numbers: readonly number[] }
  | { readonly kind: "bad"; readonly line: number; readonly problem: string };

const SIGNS = /^([><~!*?=#])(?: (.*))?$/;

/** A mark, its words, and the indented lines below it. */
interface Block {
  readonly sign: string;
  readonly lines: string[];
  readonly number: number;
}

export function parseTranscript(source: string): Parsed {
  const rows = source.split("\n").map((row) => row.trimEnd());
  const bodyStart = rows.findIndex((row) => SIGNS.test(row) && !row.startsWith("#"));
  const head = parseHeader(bodyStart === -1 ? rows : rows.slice(0, bodyStart));
  if (head.kind === "bad") return head;

  const lines: TranscriptLine[] = [];
  const numbers: number[] = [];
  const blocks = bodyStart === -1 ? [] : toBlocks(rows, bodyStart);
  for (const block of blocks) {
    const line = typeof block === "number" ? null : toLine(block);
    const number = typeof block === "number" ? block : block.number;
    if (line === null) return { kind: "bad", line: number, problem: `cannot read "${rows[number - 1]}"` };
    lines.push(line);
    numbers.push(number);
  }
  return { kind: "ok", transcript: { header: head.header, lines }, numbers };
}

/** A bare number is a line that belongs to nothing. Blank lines count only inside a text. */
function toBlocks(rows: readonly string[], from: number): readonly (Block | number)[] {
  const blocks: (Block | number)[] = [];
  let blanks = 0;
  for (const [index, row] of rows.entries()) {
    if (index < from) continue;
    const [, sign, words = ""] = SIGNS.exec(row) ?? [];
    const last = blocks.at(-1);
    if (row === "") {
      blanks += 1;
      continue;
    }
    if (sign !== undefined) {
      blocks.push({ sign, lines: [words], number: index + 1 });
    } else if (row.startsWith("  ") && typeof last === "object") {
      last.lines.push(...Array.from({ length: blanks }, () => ""), row.slice(2));
    } else {
      blocks.push(index + 1);
    }
    blanks = 0;
  }
  return blocks;
}

function toLine({ sign, lines }: Block): TranscriptLine | null {
  const words = lines.join("\n");
  switch (sign) {
    case ">":
      return readHeard(lines);
    case "<":
      return readSaid(lines);
    case "~": {
      const ms = parseDuration(words);
      return ms === null ? null : { kind: "pass", ms };
    }
    case "!": {
      const event = EVENTS.find((known) => known === words);
      return event === undefined ? null : { kind: "event", event };
    }
    case "*":
      return { kind: "effect", text: words };
    case "?":
      return words === "unmatched" ? { kind: "unmatched" } : null;
    case "=": {
      const disposition = DISPOSITIONS.find((known) => known === words);
      return disposition === undefined ? null : { kind: "end", disposition };
    }
    case "#":
      return { kind: "comment", text: words };
    default:
      return null;
  }
}
