// How the tour looks on paper: who said what and when, and beside it what the API knows.

/** The clock of a line of the transcript: `Sat 10:02`. */
export type Stamp = (at: number) => string;

export function makeStamp(zone: string): Stamp {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
  });
  return (at) => format.format(at).replace(",", "");
}

const WHO_WIDTH = 28;

/** `Sat 10:02  Sam > Texts                  REVIEW`; further lines of a text stay under the first. */
export function sayLine(stamp: string, from: string, to: string, words: string): string {
  const head = `  ${stamp}  ${`${from} > ${to}`.padEnd(WHO_WIDTH)}  `;
  return head + words.split("\n").join(`\n${" ".repeat(head.length)}`);
}

/** Rows under their columns' names, as wide as what is in them. */
export function table(rows: readonly Readonly<Record<string, unknown>>[]): string[] {
  const [first] = rows;
  if (first === undefined) return ["(none)"];
  const names = Object.keys(first);
  const cells = [names, ...rows.map((row) => names.map((name) => show(row[name])))];
  const widths = names.map((_name, place) => Math.max(...cells.map((line) => line[place]?.length ?? 0)));
  return cells.map((line) =>
    line
      .map((cell, place) => cell.padEnd(widths[place] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

const CELL_WIDTH_MAX = 44;

function show(value: unknown): string {
  if (value === null || value === undefined) return "-";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > CELL_WIDTH_MAX ? `${text.slice(0, CELL_WIDTH_MAX - 1)}…` : text;
}
