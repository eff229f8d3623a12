// A span of time as a number and its unit.
import { Group, Input, NumberInput, Select } from "@mantine/core";
import { useState } from "react";
import { toMinutes, toSpan, UNITS } from "../draft/minutes.ts";
import type { Unit } from "../draft/minutes.ts";

export interface MinutesFieldProps {
  readonly label: string;
  readonly description?: string;
  readonly value: number;
  readonly onChange: (minutes: number) => void;
}

export function MinutesField({ label, description, value, onChange }: MinutesFieldProps) {
  const [chosen, setChosen] = useState<Unit>(() => toSpan(value).unit);
  const minutesEach = UNITS.find(({ unit }) => unit === chosen)?.minutes ?? 1;
  // 90 minutes are no number of hours: the unit follows what it must say.
  const { count, unit } =
    value % minutesEach === 0 ? { count: value / minutesEach, unit: chosen } : toSpan(value);
  return (
    <Input.Wrapper
      label={label}
      labelElement="div"
      {...(description !== undefined && { description })}
      inputWrapperOrder={["label", "description", "input"]}
    >
      <Group gap="xs" align="flex-end" wrap="nowrap" mt={4}>
        <NumberInput
          aria-label={label}
          value={count}
          onChange={(next) => {
            if (typeof next === "number" && next >= 1) onChange(toMinutes({ count: next, unit }));
          }}
          min={1}
          allowDecimal={false}
          allowNegative={false}
          clampBehavior="blur"
          w={110}
        />
        <Select
          aria-label={`${label}: unit`}
          data={UNITS.map(({ unit: name }) => name)}
          value={unit}
          onChange={(next) => {
            const found = UNITS.find(({ unit: name }) => name === next)?.unit;
            if (found === undefined) return;
            setChosen(found);
            onChange(toMinutes({ count, unit: found }));
          }}
          allowDeselect={false}
          w={120}
        />
      </Group>
    </Input.Wrapper>
  );
}
