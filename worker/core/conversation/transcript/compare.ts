// Where a conversation first differs from its transcript.
import { isStimulus } from "#core/conversation/transcript/line";
import type { TranscriptLine } from "#core/conversation/transcript/line";
import { writeLine } from "#core/conversation/transcript/write";

export interface Mismatch {
  /** Index into the transcript's lines of what was expected, or of the line after which something else was said. */
  readonly index: number;
  readonly expected: string | null;
  readonly got: string | null;
}

/**
 * What is said, what is not understood, reports and the end must be as written. Other effects (`*`) may be left out,
 * and those that are written must happen in that turn, in that order.
 */
export function compareLines(
  expected: readonly TranscriptLine[],
  played: readonly TranscriptLine[],
): Mismatch | null {
  const [wanted, got] = [toTurns(expected), toTurns(played)];
  for (const [turn, lines] of wanted.entries()) {
    const mismatch = compareTurn(lines, got[turn] ?? []);
    if (mismatch !== null) return mismatch;
  }
  return null;
}

interface Placed {
  readonly index: number;
  readonly line: TranscriptLine;
}

/** The lines between two stimuli, each turn led by its stimulus (the first may have none). */
function toTurns(lines: readonly TranscriptLine[]): readonly (readonly Placed[])[] {
  const turns: Placed[][] = [[]];
  for (const [index, line] of lines.entries()) {
    if (line.kind === "comment") continue;
    if (isStimulus(line)) turns.push([]);
    turns.at(-1)?.push({ index, line });
  }
  return turns;
}

function compareTurn(wanted: readonly Placed[], got: readonly Placed[]): Mismatch | null {
  let next = 0;
  let last = wanted[0]?.index ?? 0;
  for (const { index, line } of wanted) {
    const text = writeLine(line);
    while (next < got.length && isOptional(got[next]) && textAt(got, next) !== text) next += 1;
    if (textAt(got, next) !== text) return { index, expected: text, got: textAt(got, next) };
    next += 1;
    last = index;
  }
  const extra = got.findIndex((placed, index) => index >= next && !isOptional(placed));
  return extra === -1 ? null : { index: last, expected: null, got: textAt(got, extra) };
}

function isOptional(placed: Placed | undefined): boolean {
  return placed?.line.kind === "effect" && !placed.line.text.startsWith("report ");
}

function textAt(placed: readonly Placed[], index: number): string | null {
  const found = placed[index];
  return found === undefined ? null : tidy(writeLine(found.line));
}

function tidy(text: string): string {
  return text
    .split("\n")
    .map((row) => row.trimEnd())
    .join("\n");
}
