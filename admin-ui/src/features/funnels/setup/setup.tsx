// How a funnel is set up: changed on a form, checked as one types, saved when one says so.
import { Button, Fieldset, Group, Stack, Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, ask } from "../../../data/api.ts";
import { fieldProblems } from "../../../data/field-problems.ts";
import { ApiProblem } from "../../../data/problem.ts";
import { queries } from "../../../data/queries.ts";
import { useSave } from "../../../data/use-save.ts";
import { useMay } from "../../../data/use-session.ts";
import { LeaveGuard } from "../../../ui/leave-guard.tsx";
import { LookingOn } from "../../../ui/looking-on.tsx";
import { OvertakenNote } from "../../../ui/overtaken-note.tsx";
import { ProblemNote } from "../../../ui/problem-note.tsx";
import { checkQuery, funnelQuery } from "../questions.ts";
import type { Funnel } from "../questions.ts";
import { missingIn } from "./draft.ts";
import type { Draft } from "./draft.ts";
import { FunnelForm } from "./funnel-form.tsx";

/** Long enough to finish a word. */
const TYPING_MS = 500;

export function Setup({ funnel }: { readonly funnel: Funnel }) {
  const mayEdit = useMay("editor") && funnel.state !== "archived";
  const [base, setBase] = useState(funnel);
  const [draft, setDraft] = useState<Draft>(funnel.config);
  const isDirty = draft !== base.config;
  const missing = missingIn(draft);
  const [settled] = useDebouncedValue(draft, TYPING_MS);
  const check = useQuery({ ...checkQuery(funnel.id, settled), enabled: missing.length === 0 });
  const take = (theirs: Funnel): void => {
    setBase(theirs);
    setDraft(theirs.config);
  };
  // Somebody else saved it while nothing was changed here: theirs is what there is.
  if (!isDirty && funnel.revision > base.revision) take(funnel);
  const save = useSave({
    save: (revision: number) =>
      ask(api.v1.funnels[":id"].$put({ param: { id: funnel.id }, json: { revision, config: draft } })),
    touches: ["funnels", "audit"],
    said: "Saved.",
    isQuiet: true,
    onSaved: (saved) => {
      queries.setQueryData(funnelQuery(funnel.id).queryKey, saved);
      setBase({ ...saved, config: draft });
    },
  });
  const readTheirs = () => queries.fetchQuery({ ...funnelQuery(funnel.id), staleTime: 0 });
  const overtaken = isOvertaken(save.error);
  return (
    <Stack gap="lg">
      <LeaveGuard isDirty={isDirty} />
      {overtaken && (
        <OvertakenNote
          what="this funnel"
          onTakeTheirs={async () => {
            take(await readTheirs());
            save.reset();
          }}
          onKeepMine={async () => save.mutate((await readTheirs()).revision)}
        />
      )}
      {save.error !== null && !overtaken && (
        <ProblemNote problem={save.error} title="This could not be saved" />
      )}
      <LookingOn />
      <Fieldset variant="unstyled" disabled={!mayEdit}>
        <FunnelForm
          draft={draft}
          onChange={setDraft}
          funnelKey={funnel.key}
          problems={check.data?.problems ?? []}
          problemAt={fieldProblems(save.error ?? check.error)}
        />
      </Fieldset>
      {mayEdit && (
        <Group pos="sticky" bottom={0} py="sm" bg="var(--mantine-color-body)" style={{ zIndex: 2 }}>
          <Button
            disabled={!isDirty || missing.length > 0}
            loading={save.isPending}
            onClick={() => save.mutate(base.revision)}
          >
            Save
          </Button>
          {isDirty && (
            <Button variant="default" onClick={() => setDraft(base.config)}>
              Undo the changes
            </Button>
          )}
          <Text size="sm" c="dimmed" role="status">
            {missing.length > 0 && `Still to choose: ${missing.join(", ")}.`}
            {missing.length === 0 && isDirty && "Not saved yet."}
          </Text>
        </Group>
      )}
    </Stack>
  );
}

/** Its revision has passed; a conflict over people at a stage that would go is another. */
function isOvertaken(error: unknown): boolean {
  return (
    error instanceof ApiProblem &&
    error.code === "conflict" &&
    typeof error.details === "object" &&
    error.details !== null &&
    "revision" in error.details
  );
}
