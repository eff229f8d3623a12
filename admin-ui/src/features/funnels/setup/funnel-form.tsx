// Everything a funnel's config can say, part by part.
import { Divider, NumberInput, Select, SimpleGrid, Stack, Text, TextInput, Title } from "@mantine/core";
import { useFlows, useLines } from "../../../data/choices.ts";
import type { ProblemAt } from "../../../data/field-problems.ts";
import { ConsentField } from "../../../ui/consent-field.tsx";
import type { FunnelProblem } from "../questions.ts";
import { CategoriesField } from "./categories-field.tsx";
import { put } from "./draft.ts";
import type { Draft } from "./draft.ts";
import { Problems } from "./problems.tsx";
import { SlotsField } from "./slots-field.tsx";
import { StagesField } from "./stages-field.tsx";
import { WordsField } from "./words-field.tsx";
import { ZoneField } from "./zone-field.tsx";

export interface FunnelFormProps {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
  /** What flows call it; null while it has none. */
  readonly funnelKey: string | null;
  readonly problems: readonly FunnelProblem[];
  readonly problemAt: ProblemAt;
}

const PEOPLE_MAX = 20_000;

export function FunnelForm({ draft, onChange, funnelKey, problems, problemAt }: FunnelFormProps) {
  const { data: lines = [] } = useLines();
  const { data: flows = [] } = useFlows();
  const at = (place: string) => problems.filter((problem) => problem.place === place);
  const named = new Set([...draft.stages.map(({ id }) => id), ...draft.categories.map(({ name }) => name)]);
  const elsewhere = problems.filter(({ place }) => !named.has(place));
  return (
    <Stack gap="xl">
      <Problems problems={elsewhere} />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <TextInput
          label="Name"
          value={draft.name}
          maxLength={120}
          onChange={({ currentTarget: { value } }) => onChange({ ...draft, name: value })}
          error={problemAt("config.name")}
        />
        <Select
          label="Line"
          placeholder="Choose a line"
          data={lines
            .filter(({ channel }) => channel !== "chat")
            .map(({ id, name, address }) => ({ value: id, label: `${name} (${address})` }))}
          value={draft.lineId === "" ? null : draft.lineId}
          onChange={(lineId) => onChange({ ...draft, lineId: lineId ?? "" })}
          allowDeselect={false}
          error={problemAt("config.lineId")}
        />
        <NumberInput
          label="People a day"
          description="Those whose date has come are among them, and go first."
          value={draft.dailyCap}
          onChange={(value) =>
            typeof value === "number" && value >= 1 && onChange({ ...draft, dailyCap: value })
          }
          min={1}
          max={PEOPLE_MAX}
          allowDecimal={false}
          thousandSeparator=","
        />
        <ZoneField
          value={draft.zone}
          onChange={(zone) => onChange(put(draft, "zone", zone))}
          problem={problemAt("config.zone")}
        />
      </SimpleGrid>
      <ConsentField value={draft.consent} onChange={(consent) => onChange({ ...draft, consent })} />
      <Divider />
      <SlotsField slots={draft.slots} onChange={(slots) => onChange({ ...draft, slots })} />
      <Divider />
      <Stack gap={4}>
        <Title order={2} size="h4">
          Stages
        </Title>
        <Text size="sm" c="dimmed">
          Each begins a flow. The first is where people come in.
        </Text>
      </Stack>
      <StagesField draft={draft} onChange={onChange} flows={flows} problemsAt={at} />
      <Divider />
      <Stack gap={4}>
        <Title order={2} size="h4">
          Answers
        </Title>
        <Text size="sm" c="dimmed">
          A flow sorts people by their answers: its step “Change the contact” sets{" "}
          {funnelKey === null ? "this funnel’s category" : `the category ${funnelKey}`} to one of these words,
          and each word says what comes next.
        </Text>
      </Stack>
      <CategoriesField draft={draft} onChange={onChange} problemsAt={at} />
      <Divider />
      <WordsField words={draft.words} onChange={(words) => onChange({ ...draft, words })} />
    </Stack>
  );
}
