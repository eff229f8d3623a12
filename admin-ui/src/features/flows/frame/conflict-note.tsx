// Two people edited one flow: nothing was overwritten, and whoever comes second chooses. Also says what an earlier visit left.
import { Alert, Button, CopyButton, Group, Text } from "@mantine/core";
import { IconAlertTriangle, IconHistory } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { toProblem } from "../../../data/problem.ts";
import { ProblemNote } from "../../../ui/problem-note.tsx";
import { compareDrafts } from "../draft/compare.ts";
import type { FlowWithDraft } from "../questions.ts";
import { Differences } from "../versions/differences.tsx";
import type { DraftState } from "./use-draft.ts";

export interface ConflictNoteProps {
  readonly flow: FlowWithDraft;
  readonly state: DraftState;
}

export function ConflictNote({ flow, state }: ConflictNoteProps) {
  if (state.hasConflict) return <Conflict flow={flow} state={state} />;
  if (state.problem !== null && toProblem(state.problem).code !== "conflict")
    return <ProblemNote problem={state.problem} retry={state.save} title="This could not be saved" />;
  if (!state.isRestored) return null;
  return (
    <Alert icon={<IconHistory aria-hidden />} title="Your unsaved changes are back" variant="light">
      <Group justify="space-between">
        <Text size="sm">You left this flow without saving; this browser tab kept what you had changed.</Text>
        <Button size="compact-sm" variant="default" onClick={state.takeTheirs}>
          Discard them
        </Button>
      </Group>
    </Alert>
  );
}

function Conflict({ flow, state }: ConflictNoteProps) {
  const [isLooking, setLooking] = useState(false);
  const differences = useMemo(
    () => (isLooking ? compareDrafts(flow.draft, state.json) : []),
    [isLooking, flow.draft, state.json],
  );
  return (
    <Alert
      color="yellow"
      icon={<IconAlertTriangle aria-hidden />}
      title="Somebody else saved this flow meanwhile"
      role="alert"
    >
      <Text size="sm">
        Nothing was overwritten. Look at what differs, then go on with theirs or with yours; copy yours first
        if you are not sure.
      </Text>
      <Group mt="sm" gap="xs">
        <Button size="compact-sm" variant="default" onClick={() => setLooking(!isLooking)}>
          {isLooking ? "Hide what differs" : "Look at what differs"}
        </Button>
        <CopyButton value={JSON.stringify(state.json, null, 2)}>
          {({ copied, copy }) => (
            <Button size="compact-sm" variant="default" onClick={copy}>
              {copied ? "Copied" : "Copy mine as JSON"}
            </Button>
          )}
        </CopyButton>
        <Button size="compact-sm" variant="default" onClick={state.takeTheirs}>
          Go on with theirs
        </Button>
        <Button size="compact-sm" variant="default" onClick={state.keepMine}>
          Go on with mine
        </Button>
      </Group>
      {isLooking && <Differences differences={differences} before="Theirs" after="Yours" />}
    </Alert>
  );
}
