// Whether what is on the page is kept, said quietly.
import { Text } from "@mantine/core";
import { listed } from "../words.ts";
import type { Drafting } from "./use-draft.ts";

export interface SaveStateProps {
  readonly drafting: Drafting;
  readonly missing: readonly string[];
}

export function SaveState({ drafting, missing }: SaveStateProps) {
  return (
    <Text size="sm" c="dimmed" role="status">
      {inWords(drafting, missing)}
    </Text>
  );
}

function inWords({ isSaving, isDirty, problem, kept }: Drafting, missing: readonly string[]): string {
  if (isSaving) return "Saving…";
  if (problem !== null) return "Not saved";
  if (missing.length > 0) return kept === null ? "Not saved yet" : `Not saved: choose ${listed(missing)}`;
  return isDirty ? "Saving…" : "Saved as a draft";
}
