// A condition, built by choosing: comparisons, joined by all or any, groups within groups, and their opposite.
import { Group, SegmentedControl, Stack, Text } from "@mantine/core";
import type { Condition, Filter } from "#core/condition";
import type { ReactNode } from "react";
import { removeAt, replaceAt } from "../../draft/draft.ts";
import { blankFilter, membersOf } from "../../draft/subjects.ts";
import type { Joint } from "../../draft/subjects.ts";
import { AddButton } from "../../fields/add-button.tsx";
import { RemoveButton } from "../../fields/remove-button.tsx";
import { useEditing } from "../editing.ts";
import { FilterField } from "./filter-field.tsx";

export interface ConditionFieldProps {
  readonly label: string;
  readonly value: Condition;
  readonly onChange: (value: Condition) => void;
  readonly tools?: ReactNode;
}

export function ConditionField({ label, value, onChange, tools }: ConditionFieldProps) {
  const { draft, index } = useEditing();
  if ("not" in value)
    return (
      <Stack gap="xs">
        <Head label={label} tools={tools}>
          <NotToggle isNot onChange={() => onChange(value.not)} />
        </Head>
        <div className="nested">
          <ConditionField label="This" value={value.not} onChange={(not) => onChange({ not })} />
        </div>
      </Stack>
    );
  const { joint, members } = membersOf(value);
  const isGroup = "all" in value || "any" in value;
  const write = (list: readonly Condition[], by: Joint) =>
    onChange(by === "all" ? { all: [...list] } : { any: [...list] });
  const replace = (place: number, member: Condition) =>
    isGroup ? write(replaceAt(members, place, member), joint) : onChange(member);
  const add = (member: Condition) => write([...members, member], joint);
  return (
    <Stack gap="xs">
      <Head label={label} tools={tools}>
        {members.length > 1 && <JointField value={joint} onChange={(by) => write(members, by)} />}
        {isGroup && <NotToggle isNot={false} onChange={() => onChange({ not: value })} />}
      </Head>
      {isGroup && members.length === 0 && (
        <Text size="sm" c="dimmed">
          {joint === "all"
            ? "Without a condition it always holds."
            : "Of nothing, nothing holds: it never does."}
        </Text>
      )}
      <div className={isGroup ? "nested" : undefined}>
        <Stack gap="xs">
          {members.map((member, place) => (
            <Member
              key={place}
              label={`${label}: ${place + 1}`}
              value={member}
              onChange={(next) => replace(place, next)}
              tools={
                isGroup && (
                  <RemoveButton
                    label={`Remove condition ${place + 1}`}
                    onClick={() => write(removeAt(members, place), joint)}
                  />
                )
              }
            />
          ))}
        </Stack>
      </div>
      <Group gap="xs">
        <AddButton label="Add a condition" onClick={() => add(blankFilter(draft, index))} />
        <AddButton
          label="Add a group"
          onClick={() => {
            const first = blankFilter(draft, index);
            add(joint === "all" ? { any: [first] } : { all: [first] });
          }}
        />
      </Group>
    </Stack>
  );
}

function Member({ label, value, onChange, tools }: ConditionFieldProps) {
  return isFilter(value) ? (
    <FilterField value={value} onChange={onChange} tools={tools} />
  ) : (
    <ConditionField label={label} value={value} onChange={onChange} tools={tools} />
  );
}

function isFilter(condition: Condition): condition is Filter {
  return "path" in condition;
}

interface HeadProps {
  readonly label: string;
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

function Head({ label, tools, children }: HeadProps) {
  return (
    <Group justify="space-between" gap="xs">
      <Group gap="xs">
        <Text size="sm" fw={600}>
          {label}
        </Text>
        {children}
      </Group>
      {tools}
    </Group>
  );
}

function JointField({
  value,
  onChange,
}: {
  readonly value: Joint;
  readonly onChange: (value: Joint) => void;
}) {
  return (
    <SegmentedControl
      size="xs"
      aria-label="How many must hold"
      data={[
        { value: "all", label: "all hold" },
        { value: "any", label: "one holds" },
      ]}
      value={value}
      onChange={onChange}
    />
  );
}

interface NotToggleProps {
  readonly isNot: boolean;
  readonly onChange: () => void;
}

function NotToggle({ isNot, onChange }: NotToggleProps) {
  return (
    <SegmentedControl
      size="xs"
      aria-label="Holds or not"
      data={[
        { value: "is", label: "holds" },
        { value: "not", label: "does not hold" },
      ]}
      value={isNot ? "not" : "is"}
      onChange={onChange}
    />
  );
}
