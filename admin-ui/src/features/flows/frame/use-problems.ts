// What the check finds, for the channels of the lines that lead here: in what is saved as the API says it, in what is being written
// a moment after typing stops. The check itself is fetched by the browser with the first change.
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useState } from "react";
import { api, ask } from "../../../data/api.ts";
import type { Key } from "../../../data/queries.ts";
import { placeProblem } from "../draft/place-problem.ts";
import type { Found } from "../draft/place-problem.ts";
import type { ReadDraft } from "../draft/read-draft.ts";
import { useLines, useTriggers } from "../questions.ts";
import type { Checked, ToCheck } from "./check-worker.ts";

const PAUSE_MS = 250;
/** What is sent is copied. */
const NOTHING_MOVED = { transfer: [] };

/** `revision` is that of the draft as it is saved; `isDirty`: what is on the page differs from it. */
export function useProblems(
  flowId: string,
  read: ReadDraft,
  { revision, isDirty }: { readonly revision: number; readonly isDirty: boolean },
): readonly Found[] {
  const lines = useLines();
  const triggers = useTriggers(flowId);
  const channels = useMemo(() => {
    const used = new Set(triggers.data?.map(({ lineId }) => lineId));
    return [...new Set(lines.data?.filter(({ id }) => used.has(id)).map(({ channel }) => channel))];
  }, [lines.data, triggers.data]);
  const [settled] = useDebouncedValue(read, PAUSE_MS);
  const toCheck = useMemo(
    () => (isDirty && settled.kind === "steps" ? { draft: settled.draft, channels } : null),
    [isDirty, settled, channels],
  );
  const checked = useChecked(toCheck);
  const saved = useQuery({
    queryKey: ["flows", flowId, "check", revision, channels] satisfies Key,
    queryFn: () =>
      ask(
        api.v1.flows[":id"].check.$post({
          param: { id: flowId },
          json: channels.length === 0 ? {} : { channels },
        }),
      ),
    enabled: !isDirty,
  });
  return useMemo(() => {
    if (settled.kind === "steps") {
      if (checked !== null) return checked;
      return saved.data?.problems.map((problem) => placeProblem(problem, settled.draft)) ?? [];
    }
    return settled.problems.map((problem) => ({
      ...problem,
      field: "step",
      place: problem.node ?? "The flow",
    }));
  }, [settled, checked, saved.data]);
}

/** One at a time: what changes while a check runs is checked after it, and only as it is then. Null before the first. */
function useChecked(toCheck: ToCheck | null): Checked | null {
  const [checked, setChecked] = useState<Checked | null>(null);
  const [isWanted, setWanted] = useState(false);
  if (toCheck !== null && !isWanted) setWanted(true);
  const checker = useRef<{ readonly worker: Worker; isBusy: boolean; next: ToCheck | null } | null>(null);
  useEffect(() => {
    if (!isWanted) return undefined;
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
  }, [isWanted]);
  useEffect(() => {
    const { current } = checker;
    if (current === null || toCheck === null) return;
    if (current.isBusy) current.next = toCheck;
    else current.worker.postMessage(toCheck, NOTHING_MOVED);
    current.isBusy = true;
  }, [toCheck, isWanted]);
  return checked;
}
