// Publishing: what would change for people, and what stands in the way.
import { Alert, Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useMemo } from "react";
import { api, ask } from "../../../data/api.ts";
import { useSave } from "../../../data/use-save.ts";
import { ProblemNote } from "../../../ui/problem-note.tsx";
import { compareDrafts } from "../draft/compare.ts";
import type { Found } from "../draft/place-problem.ts";
import type { ReadDraft } from "../draft/read-draft.ts";
import { countOf } from "../draft/say-step.ts";
import { ProblemList } from "../editor/problem-list.tsx";
import { useVersion } from "../questions.ts";
import type { FlowWithDraft } from "../questions.ts";
import { Differences } from "../versions/differences.tsx";
import type { DraftState } from "./use-draft.ts";

export interface PublishFlowProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly flow: FlowWithDraft;
  readonly state: DraftState;
  readonly read: ReadDraft;
  readonly problems: readonly Found[];
}

export function PublishFlow(props: PublishFlowProps) {
  return (
    <Modal opened={props.isOpen} onClose={props.onClose} title={`Publish ${props.flow.name}`} size="lg">
      <Question {...props} />
    </Modal>
  );
}

function Question({ onClose, flow, state, problems }: PublishFlowProps) {
  const errors = problems.filter(({ kind }) => kind === "error");
  const warnings = problems.filter(({ kind }) => kind === "warning");
  const publish = useSave({
    save: (revision: number) =>
      ask(api.v1.flows[":id"].publish.$post({ param: { id: flow.id }, json: { revision } })),
    touches: ["flows"],
    said: ({ version }) => `Published as version ${version.number}.`,
    onSaved: onClose,
    isQuiet: true,
  });
  const saveAndPublish = async () => {
    const revision = state.isChanged ? await state.save() : flow.revision;
    if (revision !== null) publish.mutate(revision);
  };
  if (errors.length > 0)
    return (
      <Stack>
        <Text size="sm">
          This flow cannot be published yet: {countOf(errors.length, "problem")} to mend first.
        </Text>
        <ProblemList problems={errors} onChosen={onClose} />
      </Stack>
    );
  return (
    <Stack>
      <Text size="sm">
        New conversations take it from now on. Those that run already go on as they began.
      </Text>
      <SincePublished flow={flow} json={state.json} />
      {warnings.length > 0 && (
        <Alert color="yellow" title={`Worth a look: ${countOf(warnings.length, "warning")}`}>
          <ProblemList problems={warnings} onChosen={onClose} />
        </Alert>
      )}
      {publish.error !== null && <ProblemNote problem={publish.error} title="This was not published" />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          Not now
        </Button>
        <Button onClick={() => void saveAndPublish()} loading={publish.isPending || state.isSaving}>
          {state.isChanged ? "Save and publish" : "Publish"}
        </Button>
      </Group>
    </Stack>
  );
}

function SincePublished({ flow, json }: { readonly flow: FlowWithDraft; readonly json: unknown }) {
  const { data } = useVersion(flow.id, flow.published?.number ?? null);
  const differences = useMemo(
    () => (data === undefined ? [] : compareDrafts(data.document, json)),
    [data, json],
  );
  if (data === undefined) return null;
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600}>
        Since version {data.number}
      </Text>
      <Differences differences={differences} before={`Version ${data.number}`} after="Now" />
    </Stack>
  );
}
