// The components of a calendar file: events, zones, and what is within them.
import { readLines } from "./content-line.ts";
import type { ContentLine } from "./content-line.ts";

export interface Component {
  /** In capitals, such as VEVENT. */
  readonly name: string;
  readonly lines: readonly ContentLine[];
  readonly children: readonly Component[];
}

interface Draft extends Component {
  readonly lines: ContentLine[];
  readonly children: Draft[];
}

/** Everything of that name in a file, wherever it stands. What is never ended is none. */
export function readComponents(text: string): (name: string) => readonly Component[] {
  const finished: Component[] = [];
  const open: Draft[] = [];
  for (const line of readLines(text)) {
    const name = line.value.trim().toUpperCase();
    if (line.name === "BEGIN") open.push({ name, lines: [], children: [] });
    else if (line.name !== "END") open.at(-1)?.lines.push(line);
    else if (open.at(-1)?.name === name) {
      const done = open.pop();
      if (done === undefined) continue;
      finished.push(done);
      open.at(-1)?.children.push(done);
    }
  }
  return (name) => finished.filter((component) => component.name === name);
}

/** The first line of that name. */
export function lineOf({ lines }: Component, name: string): ContentLine | undefined {
  return lines.find((line) => line.name === name);
}

export function linesOf({ lines }: Component, name: string): readonly ContentLine[] {
  return lines.filter((line) => line.name === name);
}
