// What an answer is kept under.
import type { Ask } from "./draft.ts";

export function answerNameOf({ id, saveAs }: Pick<Ask, "id" | "saveAs">): string {
  return saveAs ?? id.replaceAll("-", "_");
}
