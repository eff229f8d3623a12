// Calls: who is on the line, who was, and how it goes.
import { Stack, Tabs } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { present } from "../../data/search.ts";
import { Page } from "../../ui/page.tsx";
import { CallLog } from "./call-log.tsx";
import { CallFigures } from "./call-figures.tsx";
import { VIEWS } from "./choices.ts";
import { LiveCalls } from "./live-calls.tsx";

export function CallsPage() {
  const { view = "log" } = useSearch({ from: "/calls" });
  const navigate = useNavigate({ from: "/calls" });
  return (
    <Page title="Calls" lead="Who called, whom it rang, and what came of it.">
      <LiveCalls />
      <Tabs
        value={view}
        onChange={(to) =>
          void navigate({
            search: (before) =>
              present({ ...before, view: VIEWS.find((each) => each === to && each !== "log") }),
          })
        }
        keepMounted={false}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="log">Log</Tabs.Tab>
          <Tabs.Tab value="figures">Figures</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="log">
          <Stack>
            <CallLog />
          </Stack>
        </Tabs.Panel>
        <Tabs.Panel value="figures">
          <CallFigures />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
