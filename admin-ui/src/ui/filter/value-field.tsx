// What a comparison compares with: as many values as it takes, each by the field that suits what it is about.
import { arityOf } from "#core/arity";
import { Group, Text } from "@mantine/core";
import type { Scalar } from "#core/compare";
import type { Filter } from "#core/condition";
import { listOf } from "./operator.ts";
import { ListField } from "./list-field.tsx";
import { ScalarField } from "./scalar-field.tsx";
import type { Known } from "./use-known.ts";
import { TimeField } from "./time-field.tsx";
import { subjectOf } from "./subject.ts";

export interface ValueFieldProps {
  readonly filter: Filter;
  readonly known: Known;
  readonly onChange: (filter: Filter) => void;
}

export function ValueField({ filter, known, onChange }: ValueFieldProps) {
  const { path, op } = filter;
  const values = listOf(filter.value);
  const options = known.optionsOf(path);
  const isTime = ["created", "last_inbound"].includes(subjectOf(path) ?? "");
  const one = (nth: number, label: string, onValue: (value: Scalar) => void) =>
    isTime ? (
      <TimeField label={label} value={values[nth] ?? ""} onChange={onValue} />
    ) : (
      <ScalarField label={label} value={values[nth] ?? ""} options={options} onChange={onValue} />
    );
  const arity = arityOf(op);
  switch (arity) {
    case "existence":
      return null;
    case "many":
      return (
        <ListField
          label="Values"
          values={values}
          options={options}
          onChange={(value) => onChange({ ...filter, value: [...value] })}
        />
      );
    case "two":
      return (
        <Group gap="xs" align="center">
          {one(0, "From", (value) => onChange({ ...filter, value: [value, values[1] ?? ""] }))}
          <Text size="sm">and</Text>
          {one(1, "To", (value) => onChange({ ...filter, value: [values[0] ?? "", value] }))}
        </Group>
      );
    case "one":
      return one(0, "Value", (value) => onChange({ ...filter, value }));
    default:
      return arity satisfies never;
  }
}
