// One comparison: what it is about, how it compares, with what.
import { Group, Select, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import type { Filter } from "#core/condition";
import { choiceOf, withChoice, wordsFor } from "./operator.ts";
import type { Choice } from "./operator.ts";
import { problemOf } from "./problems.ts";
import { SubjectField } from "./subject-field.tsx";
import { operatorsOf, subjectOf } from "./subject.ts";
import type { Subject } from "./subject.ts";
import type { Known } from "./use-known.ts";
import { ValueField } from "./value-field.tsx";

export interface FilterRowProps {
  readonly filter: Filter;
  readonly known: Known;
  readonly onChange: (filter: Filter) => void;
  readonly menu: ReactNode;
}

export function FilterRow({ filter, known, onChange, menu }: FilterRowProps) {
  const subject = subjectOf(filter.path);
  const groups = choicesOf(subject, choiceOf(filter));
  const problem = problemOf(filter);
  return (
    <div className="filter-row" role="group" aria-label="Comparison">
      <Stack gap={4}>
        <Group gap="xs">
          <SubjectField filter={filter} known={known} onChange={onChange} />
          <Select
            aria-label="How it compares"
            data={groups.map(({ group, items }) => ({
              group,
              items: items.map((choice) => ({ value: choice, label: wordsFor(choice, subject) })),
            }))}
            value={choiceOf(filter)}
            onChange={(chosen) => {
              const choice = groups.flatMap(({ items }) => items).find((one) => one === chosen);
              if (choice !== undefined && choice !== choiceOf(filter)) onChange(withChoice(filter, choice));
            }}
            allowDeselect={false}
            maxDropdownHeight={360}
            w={{ base: "100%", xs: 160 }}
          />
          <ValueField filter={filter} known={known} onChange={onChange} />
        </Group>
        {problem !== null && (
          <Text size="xs" c="red">
            {problem}
          </Text>
        )}
      </Stack>
      {menu}
    </div>
  );
}

/** Those one wants, then the others; what stands there is among them in any case. */
function choicesOf(subject: Subject | null, present: Choice) {
  const { usual, more } = operatorsOf(subject);
  const choices = [...usual, ...more].flatMap((op): Choice[] =>
    op === "exists" ? ["exists", "missing"] : [op],
  );
  const all = choices.includes(present) ? choices : [...choices, present];
  const isUsual = (choice: Choice) => usual.some((op) => op === choice) || choice === "missing";
  const groups = [
    { group: "Usual", items: all.filter(isUsual) },
    { group: "More", items: all.filter((choice) => !isUsual(choice)) },
  ];
  return groups.filter(({ items }) => items.length > 0);
}
