// What was published when and by whom; one version at a time is looked at more closely.
import { Badge, Group } from "@mantine/core";
import { IconVersions } from "@tabler/icons-react";
import { api, ask } from "../../../data/api.ts";
import { usePages } from "../../../data/use-pages.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import type { Column } from "../../../ui/data-table.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { AnchorLink } from "../../../ui/links.tsx";
import { When } from "../../../ui/when.tsx";
import type { DraftState } from "../frame/use-draft.ts";
import type { FlowWithDraft } from "../questions.ts";
import { VersionDialog } from "./version-dialog.tsx";

export interface VersionsTabProps {
  readonly flow: FlowWithDraft;
  readonly state: DraftState;
  readonly mayEdit: boolean;
}

type Version = Awaited<ReturnType<typeof readVersions>>["data"][number];

function readVersions(flowId: string, cursor: string | undefined) {
  const query = cursor === undefined ? {} : { cursor };
  return ask(api.v1.flows[":id"].versions.$get({ param: { id: flowId }, query }));
}

export function VersionsTab({ flow, state, mayEdit }: VersionsTabProps) {
  const pages = usePages(["flows", flow.id, "versions"], (cursor) => readVersions(flow.id, cursor));
  const columns: readonly Column<Version>[] = [
    {
      key: "number",
      label: "Version",
      show: ({ number }) => (
        <Group gap="xs">
          <AnchorLink
            to="/flows/$flowId"
            params={{ flowId: flow.id }}
            search={{ tab: "versions", version: number }}
            resetScroll={false}
          >
            Version {number}
          </AnchorLink>
          {number === flow.published?.number && <Badge variant="light">Published</Badge>}
        </Group>
      ),
    },
    { key: "at", label: "Published", show: ({ publishedAt }) => <When at={publishedAt} /> },
    { key: "by", label: "By", show: ({ publishedBy }) => publishedBy },
  ];
  return (
    <>
      <DataTable
        label="Versions"
        pages={pages}
        columns={columns}
        keyOf={({ id }) => id}
        empty={
          <EmptyState icon={IconVersions} title="Not published yet">
            Each time you publish, the flow as it is then is kept here. You can look at what changed, and go
            back.
          </EmptyState>
        }
      />
      <VersionDialog flow={flow} state={state} mayEdit={mayEdit} />
    </>
  );
}
