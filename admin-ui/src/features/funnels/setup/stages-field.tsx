// The stages in their order: what each begins, and where silence and failure lead.
import {
  ActionIcon,
  Button,
  Group,
  NumberInput,
  Paper,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from "@tabler/icons-react";
import type { FlowChoice } from "../../../data/choices.ts";
import { AnchorLink } from "../../../ui/links.tsx";
import type { FunnelProblem } from "../questions.ts";
import { addStage, dropStage, moveAt, putStage, renameStage, STAGES_MAX } from "./draft.ts";
import type { Draft } from "./draft.ts";
import { IdField } from "./id-field.tsx";
import { NothingField } from "./nothing-field.tsx";
import { Problems } from "./problems.tsx";

export interface StagesFieldProps {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
  readonly flows: readonly FlowChoice[];
  readonly problemsAt: (place: string) => readonly FunnelProblem[];
}

const SILENCE_DAYS_MAX = 90;

export function StagesField({ draft, onChange, flows, problemsAt }: StagesFieldProps) {
  const { stages } = draft;
  return (
    <Stack gap="md">
      {stages.map((stage, place) => {
        const others = stages.map(({ id, name }) => ({ value: id, label: name }));
        return (
          // Its place, since its id is what is being typed.
          <Paper key={place} withBorder p="md" component="section" aria-label={`Stage ${stage.name}`}>
            <Stack gap="md">
              <Group justify="space-between">
                <Text fw={600}>
                  {place + 1}. {stage.name}
                </Text>
                <Group gap={4}>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={`Move ${stage.name} up`}
                    disabled={place === 0}
                    onClick={() => onChange({ ...draft, stages: moveAt(stages, place, -1) })}
                  >
                    <IconArrowUp size={18} />
                  </ActionIcon>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={`Move ${stage.name} down`}
                    disabled={place === stages.length - 1}
                    onClick={() => onChange({ ...draft, stages: moveAt(stages, place, 1) })}
                  >
                    <IconArrowDown size={18} />
                  </ActionIcon>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={`Remove ${stage.name}`}
                    disabled={stages.length === 1}
                    onClick={() => onChange(dropStage(draft, place))}
                  >
                    <IconTrash size={18} />
                  </ActionIcon>
                </Group>
              </Group>
              <Problems problems={problemsAt(stage.id)} />
              <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="md">
                <TextInput
                  label="Name"
                  value={stage.name}
                  maxLength={60}
                  onChange={({ currentTarget: { value } }) =>
                    onChange(putStage(draft, place, { name: value }))
                  }
                />
                <IdField
                  id={stage.id}
                  taken={stages.map(({ id }) => id)}
                  onChange={(id) => onChange(renameStage(draft, stage.id, id))}
                />
                <Stack gap={2}>
                  <Select
                    label="Begins the flow"
                    placeholder="Choose a flow"
                    data={withKept(flows, stage.flow)}
                    value={stage.flow === "" ? null : stage.flow}
                    onChange={(flow) => onChange(putStage(draft, place, { flow: flow ?? "" }))}
                    searchable
                    allowDeselect={false}
                  />
                  {stage.flow !== "" && (
                    <AnchorLink size="xs" to="/flows/$flowId" params={{ flowId: stage.flow }}>
                      Open it
                    </AnchorLink>
                  )}
                </Stack>
              </SimpleGrid>
              <NothingField
                label={
                  <Group gap="xs">
                    <Text size="sm">After</Text>
                    <NumberInput
                      aria-label={`${stage.name}: days of silence`}
                      value={stage.silence.days}
                      onChange={(days) =>
                        typeof days === "number" &&
                        days >= 1 &&
                        onChange(putStage(draft, place, { silence: { ...stage.silence, days } }))
                      }
                      min={1}
                      max={SILENCE_DAYS_MAX}
                      allowDecimal={false}
                      size="xs"
                      w={70}
                    />
                    <Text size="sm">days without a word</Text>
                  </Group>
                }
                about={`${stage.name}, silence`}
                leads={stage.silence.leads}
                stages={others}
                onChange={(leads) =>
                  onChange(putStage(draft, place, { silence: { ...stage.silence, leads } }))
                }
              />
              <NothingField
                label={<Text size="sm">If it does not arrive</Text>}
                about={`${stage.name}, failure`}
                leads={stage.failure}
                stages={others}
                onChange={(failure) => onChange(putStage(draft, place, { failure }))}
              />
            </Stack>
          </Paper>
        );
      })}
      {stages.length < STAGES_MAX && (
        <Button
          variant="default"
          w="fit-content"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => onChange(addStage(draft))}
        >
          Add a stage
        </Button>
      )}
    </Stack>
  );
}

/** What was chosen stays choosable, even where it is no longer in use. */
function withKept(flows: readonly FlowChoice[], slug: string) {
  const data = flows.map((flow) => ({
    value: flow.slug,
    label: flow.published === null ? `${flow.name} (not published yet)` : flow.name,
  }));
  return slug === "" || data.some(({ value }) => value === slug)
    ? data
    : [...data, { value: slug, label: `${slug} (not in use any more)` }];
}
