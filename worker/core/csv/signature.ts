// Files that are no CSV, known by how they begin, and what to do about each.

/** As a sentence's end: "this is ...". */
const SIGNATURES: readonly (readonly [bytes: readonly number[], what: string])[] = [
  [[0x25, 0x50, 0x44, 0x46], "a PDF; export the table as CSV from where it was made"],
  [
    [0x50, 0x4b, 0x03, 0x04],
    "an Excel or OpenDocument workbook, or another zip archive; open it and save the sheet as CSV (UTF-8)",
  ],
  [[0x50, 0x4b, 0x05, 0x06], "an empty zip archive; send the CSV itself"],
  [[0xd0, 0xcf, 0x11, 0xe0], "an old Excel workbook; open it and save the sheet as CSV (UTF-8)"],
  [[0x1f, 0x8b], "a gzip archive; unpack it and send the CSV itself"],
  [[0x89, 0x50, 0x4e, 0x47], "a picture"],
  [[0xff, 0xd8, 0xff], "a picture"],
  [[0x47, 0x49, 0x46, 0x38], "a picture"],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], "a rich text document; save it as plain text"],
];
const MARKUP = /^\s*(<\?xml|<!doctype|<html)/i;
const JSON_TEXT = /^\s*[[{]\s*(["{[]|$)/;

/** What these first bytes of a file are, where that is no CSV; null where it may be one. */
export function recogniseOther(head: Uint8Array): string | null {
  const known = SIGNATURES.find(([bytes]) => bytes.every((byte, index) => head[index] === byte));
  if (known !== undefined) return known[1];
  const start = String.fromCharCode(...head.subarray(0, 100));
  if (MARKUP.test(start)) return "a web page or XML, no table of cells separated by commas";
  if (JSON_TEXT.test(start)) return "JSON, no table of cells separated by commas";
  return null;
}
