// The page of a flow: its name and state, saving and publishing, and its parts as tabs.
import { Badge, Group, Tabs, Text } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import { useMay } from "../../../data/use-session.ts";
import { BackLink, ButtonLink } from "../../../ui/links.tsx";
import { Page } from "../../../ui/page.tsx";
import { TabList } from "../../../ui/tab-list.tsx";
import { compareDrafts } from "../draft/compare.ts";
import { readDraft } from "../draft/read-draft.ts";
import { useVersion } from "../questions.ts";
import type { FlowWithDraft } from "../questions.ts";
import { ConflictNote } from "./conflict-note.tsx";
import { FlowActions } from "./flow-actions.tsx";
import { LeaveQuestion } from "./leave-question.tsx";
import { SaveBar } from "./save-bar.tsx";
import { TabPanel } from "./tab-panel.tsx";
import { TAB_NAMES, TABS } from "./tabs.ts";
import { useDraft } from "./use-draft.ts";
import { useProblems } from "./use-problems.ts";

const route = getRouteApi("/flows/$flowId");

export function FlowFrame({ flow }: { readonly flow: FlowWithDraft }) {
  const { tab = "edit" } = route.useSearch();
  const navigate = route.useNavigate();
  const choose = (next: string | null) =>
    void navigate({
      search: ({ step }) => ({
        ...(step !== undefined && { step }),
        tab: TABS.find((each) => each === next) ?? "edit",
      }),
    });
  const mayEdit = useMay("editor") && flow.archivedAt === null;
  const state = useDraft(flow);
  const read = useMemo(() => readDraft(state.json), [state.json]);
  const problems = useProblems(flow.id, read, { revision: flow.revision, isDirty: state.isChanged });
  return (
    <Page
      title={flow.name}
      back={<BackLink to="/flows">Flows</BackLink>}
      lead={<State flow={flow} />}
      actions={
        <>
          <ButtonLink variant="default" to="/flows/$flowId/responses" params={{ flowId: flow.id }}>
            Responses
          </ButtonLink>
          {mayEdit && flow.published !== null && (
            <ButtonLink variant="default" to="/campaigns/new" search={{ flow: flow.slug }}>
              Send to people
            </ButtonLink>
          )}
          {mayEdit && <FlowActions flow={flow} state={state} read={read} problems={problems} />}
        </>
      }
    >
      <ConflictNote flow={flow} state={state} />
      <Tabs value={tab} onChange={choose} keepMounted={false}>
        <TabList labels={TAB_NAMES} value={tab} onChange={choose} />
        <Tabs.Panel value={tab} pt="lg">
          <TabPanel tab={tab} flow={flow} state={state} read={read} problems={problems} mayEdit={mayEdit} />
        </Tabs.Panel>
      </Tabs>
      {mayEdit && <SaveBar state={state} />}
      <LeaveQuestion state={state} />
    </Page>
  );
}

function State({ flow }: { readonly flow: FlowWithDraft }) {
  const { archivedAt, published, slug } = flow;
  const isAhead = useIsAhead(flow) && archivedAt === null;
  return (
    <Group gap="xs">
      <Text size="sm">{slug}</Text>
      {archivedAt !== null && <Badge variant="default">Put away</Badge>}
      {archivedAt === null && published === null && (
        <Badge variant="light" color="yellow">
          Not published yet
        </Badge>
      )}
      {published !== null && <Badge variant="light">Published, version {published.number}</Badge>}
      {isAhead && (
        <Badge variant="light" color="yellow">
          Saved changes are not published yet
        </Badge>
      )}
    </Group>
  );
}

/** Whether the saved draft is other than what people are asked now. */
function useIsAhead({ id, published, draft }: FlowWithDraft): boolean {
  const { data } = useVersion(id, published?.number ?? null);
  return useMemo(() => data !== undefined && compareDrafts(data.document, draft).length > 0, [data, draft]);
}
