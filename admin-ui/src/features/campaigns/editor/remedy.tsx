// Where a finding of the checklist is put right.
import { Text } from "@mantine/core";
import { AnchorLink } from "../../../ui/links.tsx";
import { remedyOf } from "./remedies.ts";
import type { Draft } from "./draft.ts";

export interface RemedyProps {
  readonly code: string;
  readonly draft: Draft;
}

export function Remedy({ code, draft }: RemedyProps) {
  const remedy = remedyOf(code, draft);
  switch (remedy?.kind) {
    case undefined:
      return null;
    case "line":
      return draft.lineId === "" ? (
        <AnchorLink size="sm" to="/setup/lines">
          Go to the lines
        </AnchorLink>
      ) : (
        <AnchorLink size="sm" to="/setup/lines/$lineId" params={{ lineId: draft.lineId }}>
          Go to the line
        </AnchorLink>
      );
    case "template":
      return (
        <AnchorLink size="sm" to="/templates/$templateId" params={{ templateId: remedy.template }}>
          Go to the template
        </AnchorLink>
      );
    case "flow":
      return (
        <AnchorLink size="sm" to="/flows/$flowId" params={{ flowId: remedy.flow }}>
          Go to the flow
        </AnchorLink>
      );
    case "segment":
      return (
        <AnchorLink size="sm" to="/segments/$segmentId" params={{ segmentId: remedy.segment }}>
          Go to the segment
        </AnchorLink>
      );
    case "here":
      return (
        <Text size="sm" c="dimmed">
          {remedy.words}
        </Text>
      );
    default:
      return remedy satisfies never;
  }
}
