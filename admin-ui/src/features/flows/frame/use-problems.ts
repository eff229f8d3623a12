// What the check finds, a moment after typing stops, for the channels of the lines that lead here.
import { useDebouncedValue } from "@mantine/hooks";
import { useMemo } from "react";
import { findProblems } from "../draft/find-problems.ts";
import type { Found } from "../draft/find-problems.ts";
import type { ReadDraft } from "../draft/read-draft.ts";
import { useLines, useTriggers } from "../questions.ts";

const PAUSE_MS = 250;

export function useProblems(flowId: string, read: ReadDraft): readonly Found[] {
  const lines = useLines();
  const triggers = useTriggers(flowId);
  const channels = useMemo(() => {
    const used = new Set(triggers.data?.map(({ lineId }) => lineId));
    return [...new Set(lines.data?.filter(({ id }) => used.has(id)).map(({ channel }) => channel))];
  }, [lines.data, triggers.data]);
  const [settled] = useDebouncedValue(read, PAUSE_MS);
  return useMemo(() => {
    if (settled.kind === "json")
      return settled.problems.map((problem) => ({
        ...problem,
        field: "step",
        place: problem.node ?? "The flow",
      }));
    return findProblems(settled.draft, channels);
  }, [settled, channels]);
}
