// A campaign that was launched: how it goes, and what can still be done about it.
import { Alert, Box, Group, Stack, Tabs, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMay } from "../../../data/use-session.ts";
import { BackLink } from "../../../ui/links.tsx";
import { Page } from "../../../ui/page.tsx";
import { TabList } from "../../../ui/tab-list.tsx";
import { When } from "../../../ui/when.tsx";
import type { Campaign } from "../questions.ts";
import { figuresQuery } from "../questions.ts";
import { StateBadge } from "../state-badge.tsx";
import { TAB_NAMES, TABS } from "../tabs.ts";
import { Exclusions } from "./exclusions.tsx";
import { History } from "./history.tsx";
import { Overview } from "./overview.tsx";
import { Recipients } from "./recipients.tsx";
import { Steer } from "./steer.tsx";

export function RunPage({ campaign }: { readonly campaign: Campaign }) {
  const { id, name, state, stateAt, stateBy, stateReason } = campaign;
  const { tab = "overview" } = useSearch({ from: "/campaigns/$campaignId" });
  const navigate = useNavigate({ from: "/campaigns/$campaignId" });
  const choose = (value: string | null) =>
    void navigate({ search: { tab: TABS.find((each) => each === value) }, replace: true });
  const mayEdit = useMay("editor");
  const figures = useQuery(figuresQuery(id));
  return (
    <Page
      title={name}
      back={<BackLink to="/campaigns">Campaigns</BackLink>}
      lead={
        <Group gap="xs">
          <StateBadge state={state} />
          <Text size="sm" c="dimmed" component="span">
            {state === "scheduled" && campaign.launchedAt !== null ? (
              <>
                Begins <When at={campaign.launchedAt} />
              </>
            ) : (
              <>
                Since <When at={stateAt} />, by {stateBy === "partyline" ? "itself" : stateBy}
              </>
            )}
          </Text>
        </Group>
      }
      actions={mayEdit && <Steer campaign={campaign} figures={figures.data} />}
    >
      {stateReason !== null && (
        <Alert color={state === "paused" || state === "failed" ? "yellow" : "gray"} variant="light">
          {stateReason}
        </Alert>
      )}
      <Tabs value={tab} onChange={choose} keepMounted={false}>
        <Box mb="lg">
          <TabList labels={TAB_NAMES} value={tab} onChange={choose} />
        </Box>
        <Tabs.Panel value="overview">
          <Overview campaign={campaign} figures={figures} />
        </Tabs.Panel>
        <Tabs.Panel value="recipients">
          <Stack>
            <Recipients id={id} variants={campaign.config.variants.map((variant) => variant.name)} />
          </Stack>
        </Tabs.Panel>
        <Tabs.Panel value="left-out">
          <Exclusions id={id} />
        </Tabs.Panel>
        <Tabs.Panel value="history">
          <History campaign={campaign} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
