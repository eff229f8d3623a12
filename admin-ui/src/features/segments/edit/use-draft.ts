// What somebody makes of a segment before it is saved: the tree itself, never a copy in other words.
import { useState } from "react";
import type { Condition } from "#core/condition";
import { api, ask } from "../../../data/api.ts";
import { queries } from "../../../data/queries.ts";
import { useSave } from "../../../data/use-save.ts";
import { conditionOf, segmentQuery } from "../questions.ts";
import type { Segment } from "../questions.ts";

interface Draft {
  readonly name: string;
  readonly condition: Condition;
  /** What the draft was made from: somebody else's save since is not overwritten. */
  readonly revision: number;
}

const BLANK: Draft = {
  name: "",
  condition: { all: [{ path: "consent.sms", op: "in", value: ["opted-in", "granted"] }] },
  revision: 0,
};

function draftOf(segment: Segment | null): Draft {
  if (segment === null) return BLANK;
  return { name: segment.name, condition: conditionOf(segment), revision: segment.revision };
}

export function useDraft(segment: Segment | null, onCreated: (id: string) => unknown) {
  const [from, setFrom] = useState<Draft>(() => draftOf(segment));
  const [draft, setDraft] = useState<Draft>(from);
  const isDirty = JSON.stringify(draft) !== JSON.stringify(from);
  // Somebody else's save shows at once where nothing of one's own would be lost.
  if (segment !== null && segment.revision > from.revision && !isDirty) {
    setFrom(draftOf(segment));
    setDraft(draftOf(segment));
  }
  const begin = (next: Draft) => {
    setFrom(next);
    setDraft(next);
  };
  const saving = useSave({
    save: () => {
      const json = { name: draft.name.trim(), filter: draft.condition };
      return segment === null
        ? ask(api.v1.segments.$post({ json }))
        : ask(
            api.v1.segments[":id"].$put({
              param: { id: segment.id },
              json: { ...json, revision: draft.revision },
            }),
          );
    },
    touches: ["segments"],
    said: "The segment is saved.",
    isQuiet: true,
    onSaved: (saved) => {
      begin(draftOf(saved));
      queries.setQueryData(segmentQuery(saved.id).queryKey, saved);
      if (segment === null) return onCreated(saved.id);
      return undefined;
    },
  });
  return {
    ...draft,
    isDirty: isDirty && !(segment === null && saving.isSuccess),
    setName: (name: string) => setDraft((before) => ({ ...before, name })),
    setCondition: (condition: Condition) => setDraft((before) => ({ ...before, condition })),
    reset: () => begin(from),
    save: () => saving.mutate(),
    isSaving: saving.isPending,
    error: saving.error,
    takeTheirs: async () => {
      if (segment === null) return;
      begin(draftOf(await queries.fetchQuery({ ...segmentQuery(segment.id), staleTime: 0 })));
      saving.reset();
    },
  };
}
