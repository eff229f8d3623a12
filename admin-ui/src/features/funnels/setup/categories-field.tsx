// What flows call people, and where each of those words leads.
import {
  ActionIcon,
  Autocomplete,
  Button,
  Group,
  NumberInput,
  Select,
  Stack,
  Text,
  TextInput,
} from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useWords } from "../../../data/words.ts";
import type { FunnelProblem } from "../questions.ts";
import { addCategory, answerOf, CATEGORIES_MAX, dropCategory, put, putCategory } from "./draft.ts";
import type { Draft, OnAnswer } from "./draft.ts";
import { Problems } from "./problems.tsx";
import { DAYS_MAX, StageLater } from "./stage-later.tsx";

export interface CategoriesFieldProps {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
  readonly problemsAt: (place: string) => readonly FunnelProblem[];
}

const KINDS = [
  { value: "stay", label: "Go on with the conversation" },
  { value: "stage", label: "Go on to a stage" },
  { value: "wait", label: "Wait for a date they gave" },
  { value: "leave", label: "Leave the funnel" },
] as const satisfies readonly { value: OnAnswer["kind"]; label: string }[];

export function CategoriesField({ draft, onChange, problemsAt }: CategoriesFieldProps) {
  const { categories, stages } = draft;
  const choices = stages.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Stack gap="md">
      {categories.map(({ name, leads }, place) => (
        // Its place, since its name is what is being typed.
        <Stack key={place} gap={4}>
          <Group gap="xs" align="center">
            <TextInput
              aria-label={`Category ${place + 1}`}
              placeholder="What they are called"
              value={name}
              maxLength={60}
              onChange={({ currentTarget: { value } }) =>
                onChange(putCategory(draft, place, { name: value }))
              }
              w={190}
            />
            <Select
              aria-label={`${name}: what then`}
              data={[...KINDS]}
              value={leads.kind}
              onChange={(kind) => {
                const chosen = KINDS.find(({ value }) => value === kind);
                if (chosen !== undefined)
                  onChange(putCategory(draft, place, { leads: answerOf(chosen.value, stages[0]?.id ?? "") }));
              }}
              allowDeselect={false}
              w={230}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`Remove ${name === "" ? "this category" : name}`}
              disabled={categories.length === 1}
              onClick={() => onChange(dropCategory(draft, place))}
            >
              <IconTrash size={18} />
            </ActionIcon>
          </Group>
          <Lead
            about={name}
            leads={leads}
            stages={choices}
            onChange={(next) => onChange(putCategory(draft, place, { leads: next }))}
          />
          <Problems problems={name === "" ? [] : problemsAt(name)} />
        </Stack>
      ))}
      {categories.length < CATEGORIES_MAX && (
        <Button
          variant="default"
          w="fit-content"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => onChange(addCategory(draft))}
        >
          Add a category
        </Button>
      )}
    </Stack>
  );
}

interface LeadProps {
  readonly about: string;
  readonly leads: OnAnswer;
  readonly stages: readonly { value: string; label: string }[];
  readonly onChange: (leads: OnAnswer) => void;
}

function Lead({ about, leads, stages, onChange }: LeadProps) {
  const { attributes } = useWords();
  switch (leads.kind) {
    case "stay":
    case "leave":
      return null;
    case "stage":
      return (
        <Group gap="xs" pl="md">
          <Text size="sm">To</Text>
          <StageLater about={about} lead={leads} stages={stages} words="days later" onChange={onChange} />
        </Group>
      );
    case "wait":
      return (
        <Group gap="xs" pl="md">
          <Text size="sm">Until the date kept as</Text>
          <Autocomplete
            aria-label={`${about}: attribute with the date`}
            placeholder="attribute"
            data={[...attributes]}
            value={leads.attribute}
            maxLength={40}
            onChange={(attribute) => onChange({ ...leads, attribute })}
            w={190}
          />
          <Text size="sm">or without one</Text>
          <NumberInput
            aria-label={`${about}: days without a date`}
            value={leads.otherwiseDays}
            onChange={(days) => typeof days === "number" && onChange({ ...leads, otherwiseDays: days })}
            min={0}
            max={DAYS_MAX}
            allowDecimal={false}
            w={80}
          />
          <Text size="sm">days, then</Text>
          <Select
            aria-label={`${about}: stage then`}
            placeholder="Their stage once more"
            data={[...stages]}
            value={leads.stage ?? null}
            onChange={(stage) => onChange(put(leads, "stage", stage ?? undefined))}
            clearable
            w={210}
          />
        </Group>
      );
    default:
      return leads satisfies never;
  }
}
