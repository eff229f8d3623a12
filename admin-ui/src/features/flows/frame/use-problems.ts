// What the check finds, a moment after typing stops, for the channels of the lines that lead here.
import { useDebouncedValue } from "@mantine/hooks";
import { useEffect, useMemo, useRef, useState } from "react";
import type { Found } from "../draft/find-problems.ts";
import type { ReadDraft } from "../draft/read-draft.ts";
import { useLines, useTriggers } from "../questions.ts";
import type { Checked, ToCheck } from "./check-worker.ts";

const PAUSE_MS = 250;
/** What is sent is copied. */
const NOTHING_MOVED = { transfer: [] };

export function useProblems(flowId: string, read: ReadDraft): readonly Found[] {
  const lines = useLines();
  const triggers = useTriggers(flowId);
  const channels = useMemo(() => {
    const used = new Set(triggers.data?.map(({ lineId }) => lineId));
    return [...new Set(lines.data?.filter(({ id }) => used.has(id)).map(({ channel }) => channel))];
  }, [lines.data, triggers.data]);
  const [settled] = useDebouncedValue(read, PAUSE_MS);
  const toCheck = useMemo(
    () => (settled.kind === "steps" ? { draft: settled.draft, channels } : null),
    [settled, channels],
  );
  const checked = useChecked(toCheck);
  return useMemo(() => {
    if (settled.kind === "steps") return checked;
    return settled.problems.map((problem) => ({
      ...problem,
      field: "step",
      place: problem.node ?? "The flow",
    }));
  }, [settled, checked]);
}

/** One at a time: what changes while a check runs is checked after it, and only as it is then. */
function useChecked(toCheck: ToCheck | null): Checked {
  const [checked, setChecked] = useState<Checked>([]);
  const checker = useRef<{ readonly worker: Worker; isBusy: boolean; next: ToCheck | null } | null>(null);
  useEffect(() => {
    const worker = new Worker(new URL("check-worker.ts", import.meta.url), { type: "module" });
    const mine = { worker, isBusy: false, next: null as ToCheck | null };
    checker.current = mine;
    worker.addEventListener("message", ({ data }: MessageEvent<Checked>) => {
      setChecked(data);
      mine.isBusy = mine.next !== null;
      if (mine.next !== null) worker.postMessage(mine.next, NOTHING_MOVED);
      mine.next = null;
    });
    return () => worker.terminate();
  }, []);
  useEffect(() => {
    const { current } = checker;
    if (current === null || toCheck === null) return;
    if (current.isBusy) current.next = toCheck;
    else current.worker.postMessage(toCheck, NOTHING_MOVED);
    current.isBusy = true;
  }, [toCheck]);
  return checked;
}
