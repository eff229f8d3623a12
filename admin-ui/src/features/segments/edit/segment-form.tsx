// A filter under a name, with its sentence and how many it finds while it is edited.
import { Button, Fieldset, Group, Stack, TextInput } from "@mantine/core";
import { useLocation, useNavigate } from "@tanstack/react-router";
import { describeSegment } from "#core/segment/sentence";
import { fieldProblems } from "../../../data/field-problems.ts";
import { toProblem } from "../../../data/problem.ts";
import { useMay } from "../../../data/use-session.ts";
import { FilterBuilder } from "../../../ui/filter/filter-builder.tsx";
import { isComplete } from "../../../ui/filter/problems.ts";
import { useKnown } from "../../../ui/filter/use-known.ts";
import { LeaveGuard } from "../../../ui/leave-guard.tsx";
import { ProblemNote } from "../../../ui/problem-note.tsx";
import { LookingOn } from "../../../ui/looking-on.tsx";
import type { Segment } from "../questions.ts";
import { Found } from "./found.tsx";
import { useDraft } from "./use-draft.ts";

/** `segment` null: a new one. */
export function SegmentForm({ segment }: { readonly segment: Segment | null }) {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const mayEdit = useMay("editor");
  const known = useKnown();
  const draft = useDraft(segment, (id) =>
    navigate({ to: "/segments/$segmentId", params: { segmentId: id }, ignoreBlocker: true }),
  );
  const { name, condition, error } = draft;
  const problemAt = fieldProblems(error);
  return (
    <Stack gap="lg">
      {/* Who is in it stands under the same address: its tab is no leaving. */}
      <LeaveGuard isDirty={draft.isDirty} isHere={(path) => path === pathname} />
      <TextInput
        label="Name"
        required
        maxLength={120}
        value={name}
        onChange={({ currentTarget }) => draft.setName(currentTarget.value)}
        error={problemAt("name")}
        readOnly={!mayEdit}
        maw={420}
      />
      <LookingOn />
      <Fieldset variant="unstyled" disabled={!mayEdit}>
        <FilterBuilder condition={condition} onChange={draft.setCondition} known={known} />
      </Fieldset>
      <Found sentence={describeSegment(condition, known.nameOf)} condition={condition} />
      {error !== null && problemAt("name") === undefined && (
        <Stack gap="xs">
          <ProblemNote problem={error} title="The segment is not saved" />
          {toProblem(error).code === "conflict" && segment !== null && (
            <Group>
              <Button variant="default" onClick={draft.takeTheirs}>
                Show theirs, and drop mine
              </Button>
            </Group>
          )}
        </Stack>
      )}
      {mayEdit && (
        <Group>
          <Button
            onClick={draft.save}
            loading={draft.isSaving}
            disabled={!draft.isDirty || !isComplete(condition) || name.trim() === ""}
          >
            Save
          </Button>
          {draft.isDirty && segment !== null && (
            <Button variant="default" onClick={draft.reset}>
              Undo my changes
            </Button>
          )}
        </Group>
      )}
    </Stack>
  );
}
