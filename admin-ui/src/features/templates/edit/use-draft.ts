// What somebody makes of a template before it is saved: the document itself, as it will be kept.
import { useState } from "react";
import type { MessageTemplate } from "#core/message-template/template";
import { api, ask } from "../../../data/api.ts";
import { queries } from "../../../data/queries.ts";
import { useSave } from "../../../data/use-save.ts";
import { templateQuery } from "../questions.ts";
import type { Template } from "../questions.ts";
import { withNamesPrinted } from "./change-template.ts";

interface Draft {
  readonly name: string;
  readonly document: MessageTemplate;
  /** What the draft was made from: somebody else's save since is not overwritten. */
  readonly revision: number;
}

const BLANK: Draft = {
  name: "",
  document: { language: "en", placeholders: [], text: { en: "" } },
  revision: 0,
};

function draftOf(template: Template | null): Draft {
  if (template === null) return BLANK;
  return { name: template.name, document: template.template, revision: template.revision };
}

export function useDraft(template: Template | null, onCreated: (id: string) => unknown) {
  const [from, setFrom] = useState<Draft>(() => draftOf(template));
  const [draft, setDraft] = useState<Draft>(from);
  const isDirty = JSON.stringify(draft) !== JSON.stringify(from);
  const begin = (next: Draft) => {
    setFrom(next);
    setDraft(next);
  };
  // Somebody else's save shows at once where nothing of one's own would be lost.
  if (template !== null && template.revision > from.revision && !isDirty) begin(draftOf(template));
  const saving = useSave({
    save: () => {
      const json = { name: draft.name.trim(), template: draft.document };
      return template === null
        ? ask(api.v1.templates.$post({ json }))
        : ask(
            api.v1.templates[":id"].$put({
              param: { id: template.id },
              json: { ...json, revision: draft.revision },
            }),
          );
    },
    touches: ["templates"],
    said: "The template is saved.",
    isQuiet: true,
    onSaved: (saved) => {
      begin(draftOf(saved));
      queries.setQueryData(templateQuery(saved.id).queryKey, saved);
      return template === null ? onCreated(saved.id) : undefined;
    },
  });
  return {
    ...draft,
    isDirty: isDirty && !(template === null && saving.isSuccess),
    setName: (name: string) => setDraft((before) => ({ ...before, name })),
    setDocument: (document: MessageTemplate) =>
      setDraft((before) => ({ ...before, document: withNamesPrinted(before.document, document) })),
    reset: () => begin(from),
    save: () => saving.mutate(),
    isSaving: saving.isPending,
    error: saving.error,
    takeTheirs: async () => {
      if (template === null) return;
      begin(draftOf(await queries.fetchQuery({ ...templateQuery(template.id), staleTime: 0 })));
      saving.reset();
    },
  };
}
export type TemplateDraft = ReturnType<typeof useDraft>;
