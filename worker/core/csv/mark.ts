// What a spreadsheet would run or change is marked as text by an apostrophe in front, as spreadsheets do themselves (OWASP,
// "CSV Injection"), and the mark is taken off again when the cell comes back: a round trip loses nothing.
import type { FieldValue } from "#core/conversation/run";

/** What begins a formula. */
const FORMULA = /^[=+\-@\t\r]/;
const MARKS = /^'*/;

/** A number or yes/no where the text is exactly how JavaScript writes one; everything else, such as 007, is text. */
function typeCell(text: string): FieldValue {
  if (text === "true" || text === "false") return text === "true";
  const number = Number(text);
  return /\d/.test(text) && Number.isFinite(number) && String(number) === text ? number : text;
}

/** A text as a cell that no spreadsheet runs. */
export function markFormula(text: string): string {
  return FORMULA.test(unmarked(text)) ? `'${text}` : text;
}

/** The text of a cell. */
export function unmarkFormula(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(unmarked(cell)) ? cell.slice(1) : cell;
}

/** A value as a cell: a text that looks like a number or a yes/no is marked as well, so that it stays one. */
export function writeValue(value: FieldValue): string {
  if (value === null) return "";
  return markFormula(looksTyped(value) ? `'${value}` : String(value));
}

/** The value a cell holds; null for an empty one. */
export function readValue(cell: string): FieldValue {
  const text = unmarkFormula(cell);
  if (text === "") return null;
  return text.startsWith("'") && looksTyped(text) ? text.slice(1) : typeCell(text);
}

function looksTyped(value: FieldValue): value is string {
  return typeof value === "string" && typeof typeCell(unmarked(value)) !== "string";
}

function unmarked(text: string): string {
  return text.replace(MARKS, "");
}
