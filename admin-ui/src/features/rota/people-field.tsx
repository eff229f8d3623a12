// Volunteers in the order in which they are rung: added by name, moved up and down, taken off.
import { ActionIcon, Group, Input, Select, Stack, Text } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconX } from "@tabler/icons-react";
import { useId } from "react";
import type { People } from "./people.ts";

/** What a shift takes at most. */
const PEOPLE_MAX = 20;

export interface PeopleFieldProps {
  readonly label: string;
  readonly description?: string;
  readonly people: People;
  readonly value: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
  readonly error?: string | undefined;
}

export function PeopleField({ label, description, people, value, onChange, error }: PeopleFieldProps) {
  const id = useId();
  const others = people.members.filter((member) => !value.includes(member.id));
  const swap = (index: number, by: number) => {
    const [a, b] = [value[index], value[index + by]];
    if (a !== undefined && b !== undefined) onChange(value.with(index, b).with(index + by, a));
  };
  return (
    <Input.Wrapper id={id} label={label} description={description} error={error}>
      <Stack gap={6} mt={6}>
        {value.length === 0 && (
          <Text size="sm" c="dimmed">
            Nobody yet: the shift is open.
          </Text>
        )}
        {value.map((volunteerId, index) => {
          const { name, colour, isMember } = people.of(volunteerId);
          return (
            <Group key={volunteerId} gap={4} wrap="nowrap">
              <i
                className="rota-dot"
                style={{ background: `var(--mantine-color-${colour}-filled)` }}
                aria-hidden
              />
              <Text size="sm" flex={1} className="wrap-anywhere">
                {index + 1}. {name}
                {!isMember && " (no member of this group)"}
              </Text>
              <ActionIcon
                variant="subtle"
                color="gray"
                disabled={index === 0}
                aria-label={`${name}: ring earlier`}
                onClick={() => swap(index, -1)}
              >
                <IconArrowUp size={16} aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                disabled={index === value.length - 1}
                aria-label={`${name}: ring later`}
                onClick={() => swap(index, 1)}
              >
                <IconArrowDown size={16} aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`Take ${name} off`}
                onClick={() => onChange(value.filter((one) => one !== volunteerId))}
              >
                <IconX size={16} aria-hidden />
              </ActionIcon>
            </Group>
          );
        })}
        {value.length < PEOPLE_MAX && (
          <Select
            id={id}
            placeholder={people.members.length === 0 ? "This group has no volunteers yet" : "Add a volunteer"}
            disabled={others.length === 0}
            searchable
            value={null}
            data={others.map((member) => ({ value: member.id, label: member.name }))}
            onChange={(chosen) => {
              if (chosen !== null) onChange([...value, chosen]);
            }}
          />
        )}
      </Stack>
    </Input.Wrapper>
  );
}
