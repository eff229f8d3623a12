// One comparison: what is asked about, how, and with what.
import { Autocomplete, Group, Select } from "@mantine/core";
import { OPERATORS } from "#core/condition";
import type { Filter } from "#core/condition";
import type { ReactNode } from "react";
import { groupBy } from "../../draft/group-by.ts";
import { OPERATOR_NAMES } from "../../draft/say-condition.ts";
import { filterAbout, subjectsOf, withOperator } from "../../draft/subjects.ts";
import type { Subject } from "../../draft/subjects.ts";
import { useEditing } from "../editing.ts";
import { ValueField } from "./value-field.tsx";

export interface FilterFieldProps {
  readonly value: Filter;
  readonly onChange: (value: Filter) => void;
  readonly tools?: ReactNode;
}

/** Fields and funnels have names of the author's own: chosen by their root, then named. */
const NAMED = [
  { root: "attributes", label: "A field of the contact…" },
  { root: "category", label: "The category in a funnel…" },
] as const;

const OPERATOR_DATA = OPERATORS.map((op) => ({ value: op, label: OPERATOR_NAMES[op] }));

export function FilterField({ value, onChange, tools }: FilterFieldProps) {
  const { draft } = useEditing();
  const subjects = subjectsOf(draft);
  const subject = subjects.find(({ path }) => path === value.path);
  const [root = "", ...rest] = value.path.split(".");
  const named = subject === undefined ? NAMED.find((each) => each.root === root) : undefined;
  const pick = (chosen: string | null) => {
    const found = subjects.find(({ path }) => path === chosen);
    const byName = NAMED.find((each) => each.root === chosen);
    if (found !== undefined) onChange(filterAbout(found));
    else if (byName !== undefined) onChange({ path: `${byName.root}.`, op: "exists" });
  };
  const isLost = subject === undefined && named === undefined;
  return (
    <Group gap="xs" align="flex-start" wrap="nowrap">
      <Group gap="xs" flex={1} align="flex-start">
        <Select
          aria-label="What is asked about"
          data={[
            ...groupsOf(subjects),
            ...(isLost ? [{ value: value.path, label: `${value.path} (unknown here)` }] : []),
          ]}
          value={named === undefined ? value.path : named.root}
          onChange={pick}
          allowDeselect={false}
          searchable
          flex={2}
          miw={160}
        />
        {named !== undefined && (
          <Autocomplete
            aria-label="Its name"
            placeholder="Its name"
            value={rest.join(".")}
            onChange={(name) => onChange({ ...value, path: `${root}.${name.trim()}` })}
            flex={1}
            miw={120}
          />
        )}
        <Select
          aria-label="How it is compared"
          data={OPERATOR_DATA}
          value={value.op}
          onChange={(op) => {
            const found = OPERATORS.find((each) => each === op);
            if (found !== undefined) onChange(withOperator(value, found));
          }}
          allowDeselect={false}
          flex={1}
          miw={130}
        />
        <ValueField
          value={value}
          choices={subject?.choices ?? null}
          holds={subject?.holds ?? "text"}
          onChange={onChange}
        />
      </Group>
      {tools}
    </Group>
  );
}

function groupsOf(subjects: readonly Subject[]) {
  const byGroup = groupBy(subjects, ({ group }) => group);
  return [...byGroup].map(([group, members]) => ({
    group,
    items: [
      ...members.map(({ path, label }) => ({ value: path, label })),
      ...(group === "The contact" ? NAMED.map(({ root, label }) => ({ value: root, label })) : []),
    ],
  }));
}
