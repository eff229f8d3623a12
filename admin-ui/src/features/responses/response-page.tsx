// One response on a page of its own.
import { getRouteApi } from "@tanstack/react-router";
import { BackLink } from "../../ui/links.tsx";
import { Page } from "../../ui/page.tsx";
import { OneResponse } from "./one-response.tsx";
import { useDocument, useFlow, useResponse } from "./questions.ts";
import { titleOf } from "./headline.ts";

const route = getRouteApi("/responses/$runId");

export function ResponsePage() {
  const { runId } = route.useParams();
  const { data } = useResponse(runId);
  return (
    <Page
      title={data === undefined ? "Response" : titleOf(data)}
      back={
        data?.flow.name == null ? (
          <BackLink to="/flows">Flows</BackLink>
        ) : (
          <BackLink to="/flows/$flowId/responses" params={{ flowId: data.flow.id }}>
            All responses
          </BackLink>
        )
      }
    >
      {data?.flow.name == null ? (
        <OneResponse runId={runId} document={null} />
      ) : (
        <WithQuestions runId={runId} flowId={data.flow.id} />
      )}
    </Page>
  );
}

function WithQuestions({ runId, flowId }: { readonly runId: string; readonly flowId: string }) {
  const flow = useFlow(flowId);
  const published = useDocument(flowId, flow.data?.published?.number ?? null);
  return <OneResponse runId={runId} document={published.data ?? null} />;
}
