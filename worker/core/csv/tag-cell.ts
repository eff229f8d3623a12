// Several tags in one cell: `vip; north` as people write it, a JSON list where a tag itself holds one of the separators.
import * as z from "zod";

/** The colons are how Google Contacts writes them. */
const SEPARATOR = /[;,|\n]|:::/;
const List = z.array(z.string());

export function readTags(cell: string): readonly string[] {
  const parts = readList(cell) ?? cell.split(SEPARATOR);
  return [...new Set(parts.map((tag) => tag.trim()).filter((tag) => tag !== ""))];
}

export function writeTags(tags: readonly string[]): string {
  const isPlain = tags.every((tag) => !SEPARATOR.test(tag) && !tag.startsWith("["));
  return isPlain ? tags.join("; ") : JSON.stringify(tags);
}

function readList(cell: string): readonly string[] | null {
  if (!cell.startsWith("[")) return null;
  try {
    return List.safeParse(JSON.parse(cell)).data ?? null;
  } catch {
    return null;
  }
}
