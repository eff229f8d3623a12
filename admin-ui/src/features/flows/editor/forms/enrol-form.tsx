// The conversation ends here and another flow begins.
import { Select } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import type { StepOf } from "../../draft/draft.ts";
import { Problems } from "../../fields/problems.tsx";
import { useFlowNames } from "../../questions.ts";
import type { StepForm } from "../editing.ts";

const route = getRouteApi("/flows/$flowId");

export function EnrolForm({ step, change }: StepForm<StepOf<"enrol">>) {
  const { flowId } = route.useParams();
  const { data: flows = [] } = useFlowNames();
  const known = flows
    .filter(({ id, slug }) => id !== flowId && slug !== flowId)
    .map(({ slug, name, published }) => ({
      value: slug,
      label: published === null ? `${name} (not published yet)` : name,
    }));
  const isKnown = step.flow === "" || known.some(({ value }) => value === step.flow);
  return (
    <div>
      <Select
        label="Flow"
        placeholder="Choose a flow"
        data={isKnown ? known : [...known, { value: step.flow, label: step.flow }]}
        value={step.flow === "" ? null : step.flow}
        onChange={(flow) => flow !== null && change({ ...step, flow })}
        searchable
        allowDeselect={false}
      />
      <Problems of="flow" />
    </div>
  );
}
