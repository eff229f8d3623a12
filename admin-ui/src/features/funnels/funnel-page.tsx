// One funnel: where people stand, who they are, what happened, and how it is set up.
import { Box, Group, Skeleton, Stack, Tabs, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useMay } from "../../data/use-session.ts";
import { BackLink } from "../../ui/links.tsx";
import { Page } from "../../ui/page.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { TabList } from "../../ui/tab-list.tsx";
import { Moves } from "./people/moves.tsx";
import { People } from "./people/people.tsx";
import { Overview } from "./overview/overview.tsx";
import { Slots } from "./overview/slots.tsx";
import { funnelQuery } from "./questions.ts";
import { Setup } from "./setup/setup.tsx";
import { StateBadge } from "./state-badge.tsx";
import { Steer } from "./steer.tsx";
import { TAB_LABELS, TABS } from "./tabs.ts";

export function FunnelPage() {
  const { funnelId } = useParams({ from: "/funnels/$funnelId" });
  const { tab } = useSearch({ from: "/funnels/$funnelId" });
  const navigate = useNavigate({ from: "/funnels/$funnelId" });
  const mayEdit = useMay("editor");
  const { data: funnel, error, refetch } = useQuery(funnelQuery(funnelId));
  const back = <BackLink to="/funnels">Funnels</BackLink>;
  if (funnel === undefined)
    return (
      <Page title="Funnel" back={back}>
        {error === null ? <Waiting /> : <ProblemNote problem={error} retry={refetch} />}
      </Page>
    );
  const shown = tab ?? (funnel.state === "draft" ? "setup" : "overview");
  const choose = (next: string | null) =>
    void navigate({ search: { tab: TABS.find((each) => each === next) }, replace: true });
  return (
    <Page
      title={funnel.config.name}
      back={back}
      lead={
        <Group gap="xs">
          <StateBadge state={funnel.state} />
          <Text size="sm" c="dimmed" component="span">
            Flows call it {funnel.key}
          </Text>
        </Group>
      }
      actions={mayEdit && <Steer funnel={funnel} />}
    >
      <Tabs value={shown} onChange={choose} keepMounted={false}>
        <Box mb="lg">
          <TabList labels={TAB_LABELS} value={shown} onChange={choose} />
        </Box>
        <Tabs.Panel value="overview">
          <Overview funnel={funnel} />
        </Tabs.Panel>
        <Tabs.Panel value="people">
          <People funnel={funnel} />
        </Tabs.Panel>
        <Tabs.Panel value="history">
          <Moves funnel={funnel} />
        </Tabs.Panel>
        <Tabs.Panel value="slots">
          <Slots funnel={funnel} />
        </Tabs.Panel>
        <Tabs.Panel value="setup">
          <Setup key={funnel.id} funnel={funnel} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

function Waiting() {
  return (
    <Stack aria-hidden>
      <Skeleton h={36} />
      <Skeleton h={280} />
    </Stack>
  );
}
