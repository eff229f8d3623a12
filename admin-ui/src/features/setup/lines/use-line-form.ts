// The form of a line: what is changed stays until it is saved, and nobody else's change is overwritten.
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { api, ask } from "../../../data/api.ts";
import { fieldProblems } from "../../../data/field-problems.ts";
import type { ProblemAt } from "../../../data/field-problems.ts";
import { useSave } from "../../../data/use-save.ts";
import { blankLine, patchOf, toConfig, toDraft } from "./line-draft.ts";
import type { LineDraft } from "./line-draft.ts";
import type { LineFound } from "./line-page.tsx";

export interface LineForm {
  readonly draft: LineDraft;
  readonly change: (part: Partial<LineDraft>) => void;
  readonly isNew: boolean;
  readonly isDirty: boolean;
  readonly isSaving: boolean;
  readonly save: () => void;
  readonly problem: Error | null;
  readonly problemAt: ProblemAt;
  /** Takes over what is kept now, and forgets what was changed here. */
  readonly reload: () => Promise<void>;
}

/** `line` is the one that is kept, null for a new one that begins as `begin`. */
export function useLineForm(line: LineFound | null, begin: LineDraft | null): LineForm {
  const navigate = useNavigate();
  const [base, setBase] = useState(line);
  const start = begin ?? (line === null ? blankLine("UTC") : toDraft(line.config));
  const [draft, setDraft] = useState<LineDraft>(start);
  const take = (kept: LineFound) => {
    setBase(kept);
    setDraft(toDraft(kept.config));
  };
  const { mutate, isPending, error, reset } = useSave({
    save: () =>
      base === null
        ? ask(api.v1.lines.$post({ json: toConfig(draft) }))
        : ask(
            api.v1.lines[":id"].$patch({
              param: { id: base.id },
              json: { ...patchOf(base.config, draft), changedAt: base.changedAt },
            }),
          ),
    touches: ["lines", "settings"],
    said: base === null ? "The line is there." : "Saved.",
    isQuiet: true,
    onSaved: async (kept) => {
      take(kept);
      if (base === null)
        await navigate({ to: "/setup/lines/$lineId", params: { lineId: kept.id }, ignoreBlocker: true });
    },
  });
  return {
    draft,
    change: (part) => setDraft((before) => ({ ...before, ...part })),
    isNew: base === null,
    isDirty:
      base === null
        ? JSON.stringify(draft) !== JSON.stringify(begin)
        : Object.keys(patchOf(base.config, draft)).length > 0,
    isSaving: isPending,
    save: () => mutate(),
    problem: error,
    problemAt: fieldProblems(error),
    reload: async () => {
      if (base !== null) take(await ask(api.v1.lines[":id"].$get({ param: { id: base.id } })));
      reset();
    },
  };
}
