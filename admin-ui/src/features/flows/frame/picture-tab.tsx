// The flow as a picture, with how many people left where, once it is published.
import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { api, ask } from "../../../data/api.ts";
import type { Key } from "../../../data/queries.ts";
import type { ReadDraft } from "../draft/read-draft.ts";
import { Picture } from "../picture/picture.tsx";
import type { FlowWithDraft } from "../questions.ts";

const route = getRouteApi("/flows/$flowId");

export interface PictureTabProps {
  readonly flow: FlowWithDraft;
  readonly read: ReadDraft;
}

export function PictureTab({ flow, read }: PictureTabProps) {
  const navigate = route.useNavigate();
  const { data } = useQuery({
    queryKey: ["responses", flow.id, "drop-off"] satisfies Key,
    queryFn: () => ask(api.v1.flows[":id"]["drop-off"].$get({ param: { id: flow.id }, query: {} })),
    enabled: flow.published !== null,
  });
  if (read.kind === "json")
    return <Text size="sm">This draft cannot be drawn before its JSON is mended.</Text>;
  if (read.draft.nodes.length === 0) return <Text size="sm">There is no step to draw yet.</Text>;
  return (
    <Picture
      flow={read.draft}
      {...(data !== undefined && { dropOff: data.data })}
      onChoose={(step) => void navigate({ search: { tab: "edit", step } })}
    />
  );
}
