// One version: what differs from the one before it or from the draft; going back to it, and clearing it away.
import { Button, Group, Modal, SegmentedControl, Skeleton, Stack, Text } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { api, ask } from "../../../data/api.ts";
import { useSave } from "../../../data/use-save.ts";
import { ProblemNote } from "../../../ui/problem-note.tsx";
import { When } from "../../../ui/when.tsx";
import { compareDrafts } from "../draft/compare.ts";
import type { DraftState } from "../frame/use-draft.ts";
import { useVersion } from "../questions.ts";
import type { FlowWithDraft } from "../questions.ts";
import { Differences } from "./differences.tsx";

const route = getRouteApi("/flows/$flowId");

export interface VersionDialogProps {
  readonly flow: FlowWithDraft;
  readonly state: DraftState;
  readonly mayEdit: boolean;
}

export function VersionDialog(props: VersionDialogProps) {
  const { version } = route.useSearch();
  const navigate = route.useNavigate();
  const close = () => void navigate({ search: { tab: "versions" }, resetScroll: false });
  return (
    <Modal opened={version !== undefined} onClose={close} title={`Version ${version}`} size="lg">
      {version !== undefined && <OneVersion {...props} number={version} onClose={close} />}
    </Modal>
  );
}

interface OneVersionProps extends VersionDialogProps {
  readonly number: number;
  readonly onClose: () => void;
}

function OneVersion({ flow, state, mayEdit, number, onClose }: OneVersionProps) {
  const [against, setAgainst] = useState<"before" | "draft">(number > 1 ? "before" : "draft");
  const [isSure, setSure] = useState(false);
  const version = useVersion(flow.id, number);
  const before = useVersion(flow.id, number > 1 ? number - 1 : null);
  const differences = useMemo(() => {
    if (version.data === undefined) return null;
    if (against === "draft") return compareDrafts(version.data.document, state.json);
    return before.data === undefined ? null : compareDrafts(before.data.document, version.data.document);
  }, [against, version.data, before.data, state.json]);
  const publish = useSave({
    save: () =>
      ask(
        api.v1.flows[":id"].versions[":number"].publish.$post({
          param: { id: flow.id, number: String(number) },
        }),
      ),
    touches: ["flows"],
    said: `Version ${number} is published again. The draft stays as it is.`,
    onSaved: onClose,
  });
  const remove = useSave({
    save: () =>
      ask(
        api.v1.flows[":id"].versions[":number"].$delete({ param: { id: flow.id, number: String(number) } }),
      ),
    touches: ["flows"],
    said: `Version ${number} is deleted.`,
    onSaved: onClose,
  });
  if (version.error !== null)
    return <ProblemNote problem={version.error} retry={version.refetch} title="It could not be read" />;
  if (version.data === undefined) return <Skeleton h={160} aria-hidden />;
  const { publishedAt, publishedBy, document } = version.data;
  const isPublished = number === flow.published?.number;
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        Published <When at={publishedAt} /> by {publishedBy}
      </Text>
      {number === 1 && (
        <Text size="sm" fw={600}>
          From this version to the draft
        </Text>
      )}
      {number > 1 && (
        <SegmentedControl
          value={against}
          onChange={setAgainst}
          aria-label="Compare"
          data={[
            { value: "before", label: `From version ${number - 1}` },
            { value: "draft", label: "To the draft" },
          ]}
        />
      )}
      {against === "before" && before.error !== null && (
        <Text size="sm">Version {number - 1} is not kept any more.</Text>
      )}
      {differences !== null && (
        <Differences
          differences={differences}
          before={against === "before" ? `Version ${number - 1}` : `Version ${number}`}
          after={against === "before" ? `Version ${number}` : "Draft"}
        />
      )}
      {mayEdit && (
        <Group justify="flex-end">
          {!isPublished && (
            <Button
              variant={isSure ? "filled" : "default"}
              {...(isSure && { color: "red" })}
              onClick={() => (isSure ? remove.mutate() : setSure(true))}
              loading={remove.isPending}
              me="auto"
            >
              {isSure ? "Delete it for good" : "Delete"}
            </Button>
          )}
          <Button
            variant="default"
            onClick={() => {
              state.edit(() => document);
              onClose();
            }}
          >
            Take into the draft
          </Button>
          {!isPublished && (
            <Button onClick={() => publish.mutate()} loading={publish.isPending}>
              Publish again
            </Button>
          )}
        </Group>
      )}
    </Stack>
  );
}
