// The draft while somebody works on it: what is saved, what they changed, and what others saved meanwhile.
import { useCallback, useEffect, useMemo, useState } from "react";
import { api, ask } from "../../../data/api.ts";
import { toProblem } from "../../../data/problem.ts";
import { refresh } from "../../../data/queries.ts";
import { useSave } from "../../../data/use-save.ts";
import type { FlowWithDraft } from "../questions.ts";
import { forgetKept, readKept, writeKept } from "./kept.ts";

interface Held {
  /** The revision that `mine` was made from. */
  readonly revision: number;
  readonly saved: unknown;
  readonly mine: unknown;
}

interface Sent {
  readonly mine: Record<string, unknown>;
  readonly name?: string;
}

/** Typing stops for so long before the browser keeps a copy. */
const KEEP_MS = 300;

export type Edit = (change: (json: unknown) => unknown) => void;

export interface DraftState {
  readonly json: unknown;
  readonly isChanged: boolean;
  /** Somebody else saved since, and there are changes here. */
  readonly hasConflict: boolean;
  /** The changes are from an earlier visit of this tab. */
  readonly isRestored: boolean;
  readonly isSaving: boolean;
  /** Offline: what is being saved goes out as soon as there is a network again. */
  readonly isHeldBack: boolean;
  readonly problem: unknown;
  readonly edit: Edit;
  /** The revision it was saved as, with another name where one is given; null where it was refused. */
  readonly save: (name?: string) => Promise<number | null>;
  readonly takeTheirs: () => void;
  /** Goes on from their revision, so that the next save replaces it. */
  readonly keepMine: () => void;
}

export function useDraft(flow: FlowWithDraft): DraftState {
  const { id, revision: latest, draft: theirs } = flow;
  const [held, setHeld] = useState<Held>(() => begin(flow));
  const [isRestored, setRestored] = useState(held.mine !== held.saved);
  const isChanged = useMemo(() => isDifferent(held.saved, held.mine), [held.saved, held.mine]);
  if (latest > held.revision && !isChanged) setHeld(takenFrom(flow));

  useEffect(() => {
    const timer = setTimeout(() => {
      if (isChanged) writeKept(id, { revision: held.revision, draft: held.mine });
      else forgetKept(id);
    }, KEEP_MS);
    return () => clearTimeout(timer);
  }, [id, isChanged, held.revision, held.mine]);

  const edit = useCallback<Edit>(
    (change) => setHeld((before) => ({ ...before, mine: change(before.mine) })),
    [],
  );
  const saving = useSave({
    waitsOffline: true,
    save: ({ mine, name }: Sent) =>
      ask(
        api.v1.flows[":id"].draft.$put({
          param: { id },
          json: { revision: held.revision, draft: mine, ...(name !== undefined && { name }) },
        }),
      ),
    touches: ["flows"],
    isQuiet: true,
    onSaved: ({ revision }, { mine }) => {
      setRestored(false);
      setHeld((before) => ({ revision, saved: mine, mine: before.mine }));
    },
  });

  const { mutateAsync } = saving;
  const save = useCallback(
    async (name?: string) => {
      try {
        const mine = held.mine as Record<string, unknown>;
        return (await mutateAsync({ mine, ...(name !== undefined && { name }) })).revision;
      } catch (error) {
        // Theirs is needed to choose between the two.
        if (toProblem(error).code === "conflict") await refresh(["flows"]);
        return null;
      }
    },
    [mutateAsync, held.mine],
  );
  return {
    json: held.mine,
    isChanged,
    hasConflict: isChanged && latest > held.revision,
    isRestored: isRestored && isChanged,
    isSaving: saving.isPending,
    isHeldBack: saving.isPaused,
    problem: saving.error,
    edit,
    save,
    takeTheirs: () => {
      setRestored(false);
      setHeld(takenFrom(flow));
    },
    keepMine: () => {
      setRestored(false);
      setHeld(({ mine }) => ({ revision: latest, saved: theirs, mine }));
    },
  };
}

function begin(flow: FlowWithDraft): Held {
  const kept = readKept(flow.id);
  if (kept === null) return takenFrom(flow);
  return { revision: kept.revision, saved: flow.draft, mine: kept.draft };
}

function takenFrom({ revision, draft }: FlowWithDraft): Held {
  return { revision, saved: draft, mine: draft };
}

function isDifferent(one: unknown, other: unknown): boolean {
  return one !== other && JSON.stringify(one) !== JSON.stringify(other);
}
