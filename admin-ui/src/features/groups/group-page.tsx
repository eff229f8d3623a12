// One group: its settings as one form over four tabs, and what else belongs to it.
import { Alert, Button, Group as Row, Menu, Skeleton, Stack, Tabs } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { getRouteApi } from "@tanstack/react-router";
import { useNextStep } from "../../data/first-steps.ts";
import type { FirstStep } from "../../data/first-steps.ts";
import { useGroup } from "../../data/helplines.ts";
import type { Group } from "../../data/helplines.ts";
import { present } from "../../data/search.ts";
import { useMay } from "../../data/use-session.ts";
import { FirstSteps } from "../../ui/first-steps.tsx";
import { BackLink, ButtonLink } from "../../ui/links.tsx";
import { Page } from "../../ui/page.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { TabList } from "../../ui/tab-list.tsx";
import { useArchive } from "./archive.tsx";
import { Blocks } from "./blocks.tsx";
import { CalendarTab } from "./calendar-tab.tsx";
import { Findings } from "./findings.tsx";
import { Members } from "./members.tsx";
import { Settings } from "./settings/settings.tsx";
import { FORM_TABS, TAB_LABELS, TABS } from "./tabs.ts";

const route = getRouteApi("/groups/$groupId");

export function GroupPage() {
  const { groupId } = route.useParams();
  const group = useGroup(groupId);
  const next = useNextStep(groupId);
  if (group.data === undefined || next === undefined)
    return (
      <Page title="Group" back={<BackLink to="/groups">Groups</BackLink>}>
        {group.isError ? (
          <ProblemNote problem={group.error} retry={group.refetch} />
        ) : (
          <Skeleton h={480} aria-hidden />
        )}
      </Page>
    );
  return <OneGroup key={groupId} group={group.data} next={next} />;
}

function OneGroup({ group, next }: { readonly group: Group; readonly next: FirstStep | null }) {
  const { tab = "settings" } = route.useSearch();
  const navigate = route.useNavigate();
  const mayEdit = useMay("editor");
  const isInUse = group.archivedAt === null;
  const choose = (next: string | null) =>
    void navigate({ search: present({ tab: TABS.find((one) => one === next && one !== "settings") }) });
  return (
    <Page
      title={group.name}
      lead={group.number}
      back={<BackLink to="/groups">Groups</BackLink>}
      actions={
        <>
          {isInUse && (
            <ButtonLink to="/rota" search={{ group: group.id }} variant="default">
              Rota
            </ButtonLink>
          )}
          {mayEdit && isInUse && <MoreMenu id={group.id} name={group.name} />}
        </>
      }
    >
      {!isInUse && (
        <Alert color="gray" title="Out of use">
          Its number takes no calls. What happened stays.
        </Alert>
      )}
      {isInUse && (
        <FirstSteps group={group} next={next} {...(tab === "volunteers" && { here: "volunteers" })} />
      )}
      {isInUse && <Findings id={group.id} />}
      <Tabs value={tab} keepMounted={false} onChange={choose}>
        <Stack gap="lg">
          <TabList labels={TAB_LABELS} value={tab} onChange={choose} />
          <Settings group={group} tab={FORM_TABS.has(tab) ? tab : null} mayEdit={mayEdit && isInUse} />
          <Tabs.Panel value="volunteers">
            <Members group={group} mayEdit={mayEdit && isInUse} />
          </Tabs.Panel>
          <Tabs.Panel value="blocked">
            <Blocks id={group.id} mayEdit={mayEdit && isInUse} />
          </Tabs.Panel>
          <Tabs.Panel value="calendar">
            <CalendarTab group={group} mayEdit={mayEdit && isInUse} />
          </Tabs.Panel>
        </Stack>
      </Tabs>
    </Page>
  );
}

function MoreMenu({ id, name }: { readonly id: string; readonly name: string }) {
  const { ask, question } = useArchive(id, name);
  return (
    <Row>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" px="xs" aria-label="More">
            <IconDots size={18} aria-hidden />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={ask}>Take out of use…</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {question}
    </Row>
  );
}
