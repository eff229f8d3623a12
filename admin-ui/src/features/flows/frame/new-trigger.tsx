// Another word that starts the flow; one that starts something already says what, and leads there.
import { Button, Group, Select, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { api, ask } from "../../../data/api.ts";
import { fieldProblems } from "../../../data/field-problems.ts";
import { toProblem } from "../../../data/problem.ts";
import { useSave } from "../../../data/use-save.ts";
import { AnchorLink } from "../../../ui/links.tsx";
import { useTriggersOn } from "../questions.ts";
import type { FlowWithDraft } from "../questions.ts";
import { bare } from "#core/text";

export interface NewTriggerProps {
  readonly flow: FlowWithDraft;
  readonly lines: readonly { readonly id: string; readonly name: string }[];
}

export function NewTrigger({ flow, lines }: NewTriggerProps) {
  const [lineId, setLineId] = useState<string | null>(null);
  const [keyword, setKeyword] = useState("");
  const triggers = useTriggersOn(lineId);
  const taken = triggers.data?.find((trigger) => trigger.keyword === bare(keyword));
  const add = useSave({
    save: (wanted: { lineId: string; keyword: string }) =>
      ask(api.v1.triggers.$post({ json: { ...wanted, flow: flow.id } })),
    touches: ["lines", "flows"],
    isQuiet: true,
    onSaved: () => setKeyword(""),
  });
  const problem =
    add.error === null ? undefined : (fieldProblems(add.error)("keyword") ?? toProblem(add.error).message);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (lineId !== null && taken === undefined) add.mutate({ lineId, keyword });
      }}
    >
      <Group align="flex-start">
        <Select
          label="Line"
          placeholder="Choose a line"
          data={lines.map(({ id, name }) => ({ value: id, label: name }))}
          value={lineId}
          onChange={setLineId}
          required
          flex={1}
          miw={180}
        />
        <TextInput
          label="Word"
          placeholder="SURVEY"
          description="Left empty, every text that no other word answers begins it."
          inputWrapperOrder={["label", "input", "description", "error"]}
          value={keyword}
          onChange={({ currentTarget: { value } }) => setKeyword(value)}
          error={taken === undefined && problem}
          maxLength={60}
          flex={1}
          miw={180}
        />
        <Button
          type="submit"
          variant="default"
          mt={25}
          loading={add.isPending}
          disabled={lineId === null || taken !== undefined}
        >
          Add
        </Button>
      </Group>
      {taken !== undefined && (
        <Text size="sm" mt="xs" role="status">
          <Taken trigger={taken} flow={flow} />
        </Text>
      )}
    </form>
  );
}

interface TakenProps {
  readonly trigger: { readonly keyword: string; readonly flowSlug: string; readonly flowId: string };
  readonly flow: FlowWithDraft;
}

/** On a line a word starts one flow. */
function Taken({ trigger: { keyword, flowId, flowSlug }, flow }: TakenProps) {
  const what = keyword === "" ? "Anything else" : keyword.toUpperCase();
  if (flowId === flow.id) return `${what} starts this flow on this line already.`;
  return (
    <>
      {what} starts{" "}
      <AnchorLink to="/flows/$flowId" params={{ flowId: flowSlug }} search={{ tab: "start" }} size="sm">
        {flowSlug}
      </AnchorLink>{" "}
      on this line. {keyword === "" ? "Write a word here" : "Choose another word"}, or remove it there first.
    </>
  );
}
