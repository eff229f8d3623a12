// What a token may touch: all that its role may, or some areas, each to read or to change as well.
import { Group, Radio, SegmentedControl, Stack, Text } from "@mantine/core";
import { useId } from "react";
import { AREAS } from "#core/area";
import type { Area, Scopes } from "#core/area";
import { AREA_WORDS, withScope } from "./areas.ts";

export interface ScopesFieldProps {
  /** null for all that the role may. */
  readonly value: Scopes | null;
  readonly onChange: (scopes: Scopes | null) => void;
  /** Whether the role can change anything. */
  readonly mayChange: boolean;
}

export function ScopesField({ value, onChange, mayChange }: ScopesFieldProps) {
  return (
    <Stack gap="sm">
      <Radio.Group
        label="What it may touch"
        value={value === null ? "all" : "some"}
        onChange={(which) => onChange(which === "all" ? null : {})}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="all" label="Everything its role may" />
          <Radio
            value="some"
            label="Only some areas"
            description="So that little is lost where it falls into the wrong hands."
          />
        </Stack>
      </Radio.Group>
      {value !== null &&
        AREAS.map((area) => (
          <AreaRow key={area} area={area} scopes={value} onChange={onChange} mayChange={mayChange} />
        ))}
    </Stack>
  );
}

interface AreaRowProps {
  readonly area: Area;
  readonly scopes: Scopes;
  readonly onChange: (scopes: Scopes) => void;
  readonly mayChange: boolean;
}

function AreaRow({ area, scopes, onChange, mayChange }: AreaRowProps) {
  const labelId = useId();
  const { label, about } = AREA_WORDS[area];
  return (
    <Group justify="space-between" gap="xs">
      <div className="setup-area">
        <Text size="sm" fw={500} id={labelId}>
          {label}
        </Text>
        <Text size="xs" c="dimmed">
          {about}
        </Text>
      </div>
      <SegmentedControl
        size="xs"
        aria-labelledby={labelId}
        value={scopes[area] ?? "no"}
        onChange={(access) =>
          onChange(withScope(scopes, area, access === "read" || access === "write" ? access : null))
        }
        data={[
          { value: "no", label: "No" },
          { value: "read", label: "Read" },
          ...(mayChange ? [{ value: "write", label: "Read and change" }] : []),
        ]}
      />
    </Group>
  );
}
