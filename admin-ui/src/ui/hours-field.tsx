// Opening hours of a week, and the days that are closed all the same.
import { ActionIcon, Button, Group, Input, Stack, Text } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import type { Hours } from "#core/hours";
import { DatesField } from "./dates-field.tsx";
import { addSpan, DAYS, setSpan, setSpans, SPANS_MAX, spansOf } from "./hours.ts";
import { TimeField } from "./time-field.tsx";

export interface HoursFieldProps {
  readonly label: string;
  readonly hours: Hours;
  readonly onChange: (hours: Hours) => void;
}

export function HoursField({ label, hours, onChange }: HoursFieldProps) {
  return (
    <Input.Wrapper label={label} labelElement="div">
      <Stack gap={6} mt={4}>
        {DAYS.map(([day, name]) => (
          <Group key={day} gap="xs" align="center">
            <Text size="sm" w={92}>
              {name}
            </Text>
            {spansOf(hours, day).map(({ from, to }, place) => (
              <Group key={place} gap={4} wrap="nowrap">
                <TimeField
                  label={`${name}, from`}
                  value={from}
                  onChange={(time) => onChange(setSpan(hours, day, place, { from: time }))}
                />
                <Text size="sm" aria-hidden>
                  –
                </Text>
                <TimeField
                  label={`${name}, to`}
                  value={to}
                  isEnd
                  onChange={(time) => onChange(setSpan(hours, day, place, { to: time }))}
                />
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={`${name}: remove ${from} to ${to}`}
                  onClick={() =>
                    onChange(
                      setSpans(
                        hours,
                        day,
                        spansOf(hours, day).filter((_span, index) => index !== place),
                      ),
                    )
                  }
                >
                  <IconX size={16} />
                </ActionIcon>
              </Group>
            ))}
            {spansOf(hours, day).length === 0 && (
              <Text size="sm" c="dimmed">
                Closed
              </Text>
            )}
            {spansOf(hours, day).length < SPANS_MAX && (
              <Button
                variant="subtle"
                size="compact-xs"
                leftSection={<IconPlus size={14} aria-hidden />}
                aria-label={`${name}: add hours`}
                onClick={() => onChange(addSpan(hours, day))}
              >
                Add
              </Button>
            )}
          </Group>
        ))}
        <DatesField
          label="Closed on"
          dates={hours.holidays}
          onChange={(holidays) => onChange({ ...hours, holidays: [...holidays] })}
        />
      </Stack>
    </Input.Wrapper>
  );
}
