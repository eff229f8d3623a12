// Several values: what is there stays as it is, more are chosen or typed.
import { Button, Group, Pill } from "@mantine/core";
import { useState } from "react";
import type { Scalar } from "#core/compare";
import { ScalarField } from "./scalar-field.tsx";
import { sayScalar } from "./scalar.ts";
import type { Options } from "./use-known.ts";

export interface ListFieldProps {
  readonly label: string;
  readonly values: readonly Scalar[];
  readonly options: Options;
  readonly onChange: (values: readonly Scalar[]) => void;
}

export function ListField({ label, values, options, onChange }: ListFieldProps) {
  const [next, setNext] = useState<Scalar>("");
  const nameOf = (value: Scalar) =>
    options.choices.find((choice) => choice.value === value)?.label ?? sayScalar(value);
  const add = (value: Scalar) => {
    if (value !== "") onChange([...values, value]);
    setNext("");
  };
  return (
    <Group gap="xs" role="group" aria-label={label}>
      {values.map((value, nth) => (
        <Pill
          key={`${nth} ${String(value)}`}
          size="md"
          withRemoveButton
          onRemove={() => onChange(values.filter((_, other) => other !== nth))}
          removeButtonProps={{ "aria-label": `Remove ${nameOf(value)}`, tabIndex: 0, "aria-hidden": false }}
        >
          {nameOf(value)}
        </Pill>
      ))}
      {options.isClosed ? (
        <ScalarField
          label="One more"
          value=""
          options={{
            ...options,
            choices: options.choices.filter((choice) => !values.includes(choice.value)),
          }}
          onChange={add}
        />
      ) : (
        <Group gap={4} wrap="nowrap">
          <ScalarField label="One more" value={next} options={options} onChange={setNext} mayBeNothing />
          <Button variant="default" size="compact-md" disabled={next === ""} onClick={() => add(next)}>
            Add
          </Button>
        </Group>
      )}
    </Group>
  );
}
