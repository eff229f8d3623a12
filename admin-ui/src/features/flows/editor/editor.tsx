// The steps of a flow in their order, one of them open; what is wrong with them above.
import { Box, Stack } from "@mantine/core";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Draft, StepKind } from "../draft/draft.ts";
import { addStep } from "../draft/edit.ts";
import type { Insert } from "../draft/edit.ts";
import type { Found } from "../draft/place-problem.ts";
import { AddStep } from "./add-step.tsx";
import { EmptyEditor } from "./empty-editor.tsx";
import { keysOf, SETTINGS_KEY } from "./keys.ts";
import { ProblemSummary } from "./problem-summary.tsx";
import { SettingsCard } from "./settings-card.tsx";
import { StepList } from "./step-list.tsx";

export interface EditorProps {
  readonly draft: Draft;
  readonly problems: readonly Found[];
  readonly openKey: string | null;
  readonly onOpen: (key: string | null) => void;
  readonly change: (next: (draft: Draft) => Draft) => void;
  readonly mayEdit: boolean;
}

const NONE: readonly Found[] = [];

export function Editor({ draft, problems, openKey, onOpen, change, mayEdit }: EditorProps) {
  const joined = keysOf(draft.nodes).join(" ");
  // The same list as long as the same steps stand in the same order: dragging depends on it.
  const keys = useMemo(() => (joined === "" ? [] : joined.split(" ")), [joined]);
  const latest = useRef(draft);
  useEffect(() => {
    latest.current = draft;
  });
  // What was just put in is written into next.
  const [freshKey, setFreshKey] = useState<string | null>(null);
  const insert = useCallback<Insert>(
    (make) => {
      const added = make(latest.current);
      change(() => added.draft);
      setFreshKey(added.id);
      onOpen(added.id);
    },
    [change, onOpen],
  );
  const add = (kind: StepKind, at: number) => insert((before) => addStep(before, kind, at));
  return (
    <Stack gap="sm" component="section" aria-label="Steps">
      {draft.nodes.length > 0 && <ProblemSummary problems={problems} />}
      <SettingsCard
        draft={draft}
        // That it has no step yet is what the page says already.
        problems={draft.nodes.length === 0 ? NONE : problems}
        isOpen={openKey === SETTINGS_KEY}
        onOpen={onOpen}
        change={change}
        mayEdit={mayEdit}
      />
      {draft.nodes.length === 0 && <EmptyEditor mayEdit={mayEdit} onAdd={(kind) => add(kind, 0)} />}
      <StepList
        draft={draft}
        keys={keys}
        problems={problems}
        openKey={openKey}
        onOpen={onOpen}
        change={change}
        insert={insert}
        freshKey={freshKey}
        mayEdit={mayEdit}
      />
      {mayEdit && draft.nodes.length > 0 && (
        <Box>
          <AddStep onAdd={(kind) => add(kind, draft.nodes.length)} />
        </Box>
      )}
    </Stack>
  );
}
