// Campaigns that stand still, by somebody's wish or because a sender was in trouble.
import { Button, Stack, Text } from "@mantine/core";
import { useActorName } from "../../../data/actors.ts";
import { api, ask } from "../../../data/api.ts";
import { usePages } from "../../../data/use-pages.ts";
import { useSave } from "../../../data/use-save.ts";
import { useMay } from "../../../data/use-session.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import { AnchorLink } from "../../../ui/links.tsx";
import { When } from "../../../ui/when.tsx";
import { Nothing } from "./nothing.tsx";

const readPaused = (cursor: string | undefined) =>
  ask(api.v1.campaigns.$get({ query: { state: "paused", ...(cursor !== undefined && { cursor }) } }));

export function Paused() {
  const mayEdit = useMay("editor");
  const nameOf = useActorName();
  const pages = usePages(["campaigns", "paused"], readPaused);
  return (
    <DataTable
      label="Paused campaigns"
      pages={pages}
      keyOf={({ id }) => id}
      columns={[
        {
          key: "campaign",
          label: "Campaign",
          show: ({ id, name, stateReason }) => (
            <Stack gap={0}>
              <AnchorLink
                to="/campaigns/$campaignId"
                params={{ campaignId: id }}
                fw={600}
                className="wrap-anywhere"
              >
                {name}
              </AnchorLink>
              {stateReason !== null && (
                <Text size="sm" className="wrap-anywhere">
                  {stateReason}
                </Text>
              )}
            </Stack>
          ),
        },
        { key: "at", label: "Since", show: ({ stateAt }) => <When at={stateAt} /> },
        { key: "by", label: "By", show: ({ stateBy }) => nameOf(stateBy) },
        {
          key: "resume",
          label: "Go on",
          isLabelHidden: true,
          show: ({ id, name }) => mayEdit && <Resume id={id} name={name} />,
        },
      ]}
      empty={<Nothing>Nothing is paused.</Nothing>}
    />
  );
}

function Resume({ id, name }: { readonly id: string; readonly name: string }) {
  const resume = useSave({
    save: () => ask(api.v1.campaigns[":id"].resume.$post({ param: { id }, json: {} })),
    touches: ["campaigns", "alarms"],
    said: `“${name}” goes on with those who were not sent theirs yet.`,
  });
  return (
    <Button
      variant="default"
      size="compact-sm"
      loading={resume.isPending}
      onClick={() => resume.mutate()}
      aria-label={`Let ${name} go on`}
    >
      Let it go on
    </Button>
  );
}
