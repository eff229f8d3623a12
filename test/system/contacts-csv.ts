// A list of contacts as real ones are: mostly fine, with every kind of row that goes wrong among them, always the same.
import type { Rejection } from "#core/csv/rejection";

/** Every so many rows one is bad. */
const BAD_EVERY = 20;

export interface ContactsCsv {
  readonly text: string;
  readonly rows: number;
  /** How many rows are rejected for each reason, where none of the people were known. */
  readonly rejected: Readonly<Partial<Record<Rejection["kind"], number>>>;
  /** The rows that become contacts. */
  readonly accepted: number;
  /** E.164, of the row's place among the rows from 0. */
  readonly numberOf: (place: number) => string;
}

const HEADINGS = "Phone,Full name,Language,Time zone,Plan,City,Tags,Consent,Notes";
const FIRST = ["Ana", "Bo", "Chloé", "Dmitri", "Esperança", "Fatima", "Gülay", "Hiro", "Isha", "Jörg"];
const LAST = ["Ruiz", "Li", "O'Neill", "Ivanov", "da Silva", "Haddad", "Öztürk", "Sato", "Patel", "Weiß"];
const CITIES = ["Denver", "Boulder", "Fort Collins", "Pueblo"];
const LANGUAGES = ["en", "es", "Deutsch", "fr", ""];
const ZONES = ["America/Denver", "America/New_York", ""];

type Broken = readonly [kind: Rejection["kind"], line: (cells: readonly string[], number: string) => string];

/** What is wrong with a row, and how its line looks then. The cells are written, but for the number. */
const BROKEN: readonly Broken[] = [
  ["no-number", (cells) => ["", ...cells].join(",")],
  ["bad-number", (cells) => ["see notes", ...cells].join(",")],
  ["rounded-number", (cells) => ["1.55512E+10", ...cells].join(",")],
  ["no-country", (cells) => ["(303) 555-0188", ...cells].join(",")],
  ["withheld-number", (cells) => ["+266696687", ...cells].join(",")],
  ["duplicate", (cells) => [numberAt(0), ...cells].join(",")],
  ["cells-missing", (cells, number) => [number, ...cells.slice(0, 4)].join(",")],
  ["cells-extra", (cells, number) => [number, ...cells, "one", "too many"].join(",")],
  ["cell-too-long", (cells, number) => [number, "x".repeat(200), ...cells.slice(1)].join(",")],
  ["bad-language", (cells, number) => [number, cells[0], "Klingon spoken here", ...cells.slice(2)].join(",")],
  [
    "bad-zone",
    (cells, number) => [number, ...cells.slice(0, 2), "Mars/Olympus", ...cells.slice(3)].join(","),
  ],
  ["bad-consent", (cells, number) => [number, ...cells.slice(0, 6), "maybe", cells[7]].join(",")],
  ["future-consent", (cells, number) => [number, ...cells.slice(0, 6), "2999-01-01", cells[7]].join(",")],
  ["control-characters", (cells, number) => [number, "A\u0001na", ...cells.slice(1)].join(",")],
  // The first quote of the line is the one that is left open.
  [
    "unclosed-quote",
    (cells, number) => [number, `"Ann`, ...cells.slice(1, 4), "Denver", ...cells.slice(5, 7), ""].join(","),
  ],
];

/** `rows` rows below the headings; a number without a country's code is one of no country. */
export function makeContactsCsv(rows = 1_000): ContactsCsv {
  const rejected: Partial<Record<Rejection["kind"], number>> = {};
  const lines = Array.from({ length: rows }, (_, place) => {
    const cells = cellsAt(place);
    if (place % BAD_EVERY !== BAD_EVERY - 1) return [numberAt(place), ...cells].join(",");
    const [kind, write] = BROKEN[Math.floor(place / BAD_EVERY) % BROKEN.length] ?? [];
    if (kind === undefined || write === undefined) throw new Error("there is no broken row");
    rejected[kind] = (rejected[kind] ?? 0) + 1;
    return write(cells, numberAt(place));
  });
  const bad = Object.values(rejected).reduce((sum, count) => sum + count, 0);
  return {
    text: [HEADINGS, ...lines, ""].join("\r\n"),
    rows,
    rejected,
    accepted: rows - bad,
    numberOf: numberAt,
  };
}

/** Digits enough for a million people of area codes that are in use. */
function numberAt(place: number): string {
  const area = [303, 720, 970, 719][Math.floor(place / 8_000_000)] ?? 303;
  return `+1${area}${String(2_000_000 + (place % 8_000_000))}`;
}

function cellsAt(place: number): readonly string[] {
  const pick = (values: readonly string[], from = place) => values[from % values.length] ?? "";
  const name = `${pick(FIRST)} ${pick(LAST, Math.floor(place / FIRST.length))}`;
  return [
    name,
    pick(LANGUAGES),
    pick(ZONES),
    place % 3 === 0 ? "premium" : "basic",
    place % 7 === 0 ? '"Denver, CO"' : pick(CITIES),
    place % 5 === 0 ? "fair; volunteer" : "fair",
    place % 2 === 0 ? "yes" : "",
    place % 11 === 0 ? `"called, said ""later""\r\nwill call again"` : "",
  ];
}
