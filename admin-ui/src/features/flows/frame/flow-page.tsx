// One flow: found by its id or slug, then everything that is done with it.
import { Skeleton, Stack } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { BackLink } from "../../../ui/links.tsx";
import { Page } from "../../../ui/page.tsx";
import { ProblemNote } from "../../../ui/problem-note.tsx";
import { useFlow } from "../questions.ts";
import { FlowFrame } from "./flow-frame.tsx";

const route = getRouteApi("/flows/$flowId");

export function FlowPage() {
  const { flowId } = route.useParams();
  const { data, error, refetch } = useFlow(flowId);
  if (data !== undefined) return <FlowFrame key={data.id} flow={data} />;
  return (
    <Page title="Flow" back={<BackLink to="/flows">Flows</BackLink>}>
      {error === null ? (
        <Stack aria-hidden>
          <Skeleton h={36} />
          <Skeleton h={64} />
          <Skeleton h={64} />
          <Skeleton h={64} />
        </Stack>
      ) : (
        <ProblemNote problem={error} retry={refetch} title="This flow could not be read" />
      )}
    </Page>
  );
}
