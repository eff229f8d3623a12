// When people are begun with: every chosen hour of every chosen weekday, but for holidays.
import { Chip, Group, Input, Stack, Text, Title } from "@mantine/core";
import type { Slots } from "#core/funnel/funnel";
import { DatesField } from "../../../ui/dates-field.tsx";
import { DAYS } from "../../../ui/hours.ts";
import { inOrder } from "./in-order.ts";

export interface SlotsFieldProps {
  readonly slots: Slots;
  readonly onChange: (slots: Slots) => void;
}

const HOURS = Array.from({ length: 24 }, (_hour, hour) => hour);

export function SlotsField({ slots, onChange }: SlotsFieldProps) {
  const { weekdays, hours, holidays } = slots;
  return (
    <Stack gap="md">
      <Title order={2} size="h4">
        Slots
      </Title>
      <Input.Wrapper label="On" labelElement="div">
        <Chip.Group
          multiple
          value={weekdays.map(String)}
          onChange={(values) =>
            values.length > 0 && onChange({ ...slots, weekdays: inOrder(weekdays, values.map(Number)) })
          }
        >
          <Group gap={6} mt={4} role="group" aria-label="Weekdays">
            {DAYS.map(([day, name]) => (
              <Chip key={day} value={day} size="sm" variant="light">
                {name}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </Input.Wrapper>
      <Input.Wrapper label="At" labelElement="div">
        <Chip.Group
          multiple
          value={hours.map(String)}
          onChange={(values) =>
            values.length > 0 && onChange({ ...slots, hours: inOrder(hours, values.map(Number)) })
          }
        >
          <Group gap={6} mt={4} role="group" aria-label="Hours">
            {HOURS.map((hour) => (
              <Chip key={hour} value={String(hour)} size="sm" variant="light">
                {String(hour).padStart(2, "0")}:00
              </Chip>
            ))}
          </Group>
        </Chip.Group>
        <Text size="sm" c="dimmed" mt={4}>
          The day&apos;s people are spread evenly over them.
        </Text>
      </Input.Wrapper>
      <DatesField
        label="Not on"
        dates={holidays}
        onChange={(dates) => onChange({ ...slots, holidays: [...dates] })}
      />
    </Stack>
  );
}
