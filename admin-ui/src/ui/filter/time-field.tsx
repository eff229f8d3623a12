// One time: so long ago or from now, a day, or a moment in UTC as it is written down.
import { Group, NumberInput, Select, TextInput } from "@mantine/core";
import type { Scalar } from "#core/compare";
import { toLocal } from "../local-time.ts";
import { asTimeKind, spanOf, TIME_KIND_WORDS, TIME_KINDS, timeKindOf, UNIT_WORDS } from "./time.ts";
import type { Unit } from "./time.ts";

export interface TimeFieldProps {
  readonly label: string;
  readonly value: Scalar;
  readonly onChange: (value: string) => void;
}

/** Four digits are what a span takes: 27 years of days. */
const COUNT_MAX = 9_999;
const UNITS: readonly Unit[] = ["m", "h", "d", "w"];

export function TimeField({ label, value, onChange }: TimeFieldProps) {
  const kind = timeKindOf(value);
  return (
    <Group gap={4} wrap="wrap" align="center">
      {(kind === "ago" || kind === "ahead") && <SpanField label={label} value={value} onChange={onChange} />}
      {kind === "day" && (
        <TextInput
          type="date"
          aria-label={label}
          value={String(value).trim()}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
          w={160}
        />
      )}
      {kind === "moment" && (
        <TextInput
          aria-label={`${label}, such as 2026-11-21T08:00:00Z`}
          placeholder="2026-11-21T08:00:00Z"
          value={String(value ?? "")}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
          w={220}
        />
      )}
      <Select
        aria-label={`${label}: how it is said`}
        data={TIME_KINDS.map((one) => ({ value: one, label: TIME_KIND_WORDS[one] }))}
        value={kind}
        onChange={(chosen) => {
          const wanted = TIME_KINDS.find((one) => one === chosen);
          if (wanted !== undefined) onChange(asTimeKind(value, wanted, today()));
        }}
        allowDeselect={false}
        w={130}
      />
    </Group>
  );
}

function SpanField({ label, value, onChange }: TimeFieldProps) {
  const { count, unit } = spanOf(value);
  const sign = timeKindOf(value) === "ahead" ? "+" : "-";
  return (
    <>
      <NumberInput
        aria-label={`${label}: how many`}
        min={0}
        max={COUNT_MAX}
        clampBehavior="strict"
        allowDecimal={false}
        allowNegative={false}
        value={count}
        onChange={(typed) => {
          if (typeof typed === "number") onChange(`${sign}${typed}${unit}`);
        }}
        w={90}
      />
      <Select
        aria-label={`${label}: of what`}
        data={UNITS.map((one) => ({ value: one, label: UNIT_WORDS[one] }))}
        value={unit}
        onChange={(chosen) => onChange(`${sign}${count}${UNITS.find((one) => one === chosen) ?? unit}`)}
        allowDeselect={false}
        w={110}
      />
    </>
  );
}

/** The day it is where the viewer is. */
function today(): string {
  return toLocal(new Date().toISOString()).slice(0, 10);
}
