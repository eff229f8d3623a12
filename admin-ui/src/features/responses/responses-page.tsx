// What people answered to one flow: as a table, as charts, and how far they came.
import { Skeleton, Tabs } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { BackLink } from "../../ui/links.tsx";
import { Page } from "../../ui/page.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { FilterBar } from "./filter-bar.tsx";
import type { SoughtChange } from "./filter-bar.tsx";
import { narrow } from "./sought.ts";
import { tellBegun } from "./headline.ts";
import { DownloadCsv } from "./download-csv.tsx";
import { ResponseDrawer } from "./response-drawer.tsx";
import { ResponseTable } from "./response-table.tsx";
import { TABS } from "./routes.ts";
import { useDocument, useFlow, useRates } from "./questions.ts";

const Charts = lazy(async () => ({ default: (await import("./charts.tsx")).Charts }));
const Completion = lazy(async () => ({ default: (await import("./completion.tsx")).Completion }));

const route = getRouteApi("/flows/$flowId/responses");
const NAMES = { table: "Answers", charts: "Charts", completion: "Completion" } as const;

export function ResponsesPage() {
  const { flowId } = route.useParams();
  const { tab = "table", open, ...sought } = route.useSearch();
  const navigate = route.useNavigate();
  const flow = useFlow(flowId);
  const published = useDocument(flowId, flow.data?.published?.number ?? null);
  const document = published.data ?? null;
  const rates = useRates(flowId, {});
  const isReady = flow.data !== undefined && !published.isLoading;
  const change = (search: SoughtChange) =>
    void navigate({ search: (before) => narrow({ ...before, ...search }), replace: true });
  return (
    <Page
      title={flow.data?.name ?? "Responses"}
      lead={rates.data === undefined ? "Responses" : tellBegun(rates.data)}
      back={
        <BackLink to="/flows/$flowId" params={{ flowId }}>
          The flow
        </BackLink>
      }
      actions={flow.data !== undefined && <DownloadCsv flowId={flowId} sought={sought} />}
    >
      {flow.error !== null && <ProblemNote problem={flow.error} retry={flow.refetch} />}
      <Tabs
        value={tab}
        onChange={(next) =>
          void navigate({
            search: ({ tab: _tab, ...before }) => {
              const wanted = TABS.find((one) => one === next);
              return wanted === undefined || wanted === "table" ? before : { ...before, tab: wanted };
            },
          })
        }
      >
        <Tabs.List>
          {TABS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {NAMES[one]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <FilterBar sought={sought} isPeriodOnly={tab !== "table"} onChange={change} />
        <Tabs.Panel value={tab}>
          <Suspense fallback={<Skeleton h={320} />}>
            {!isReady && flow.error === null && <Skeleton h={320} />}
            {isReady && tab === "table" && (
              <ResponseTable flowId={flowId} document={document} sought={sought} onChange={change} />
            )}
            {isReady && tab === "charts" && <Charts flowId={flowId} document={document} sought={sought} />}
            {isReady && tab === "completion" && <Completion flowId={flowId} sought={sought} />}
          </Suspense>
        </Tabs.Panel>
      </Tabs>
      <ResponseDrawer
        runId={open ?? null}
        document={document}
        onClose={() => void navigate({ search: ({ open: _open, ...before }) => before })}
      />
    </Page>
  );
}
