// The group's shifts in other programs, and shifts out of a file.
import { Stack, Text, Title } from "@mantine/core";
import type { Group } from "../../data/helplines.ts";
import { CalendarAddress } from "../../ui/calendar-address.tsx";
import { ShiftImport } from "./shift-import.tsx";

export function CalendarTab({ group, mayEdit }: { readonly group: Group; readonly mayEdit: boolean }) {
  if (!mayEdit) return <Text c="dimmed">Calendar addresses are secrets: editors see them.</Text>;
  return (
    <Stack gap="xl" maw={760}>
      <Stack gap="xs" component="section" aria-label="Calendar">
        <Title order={2} size="h4">
          The group's calendar
        </Title>
        <CalendarAddress of="helplines" id={group.id} />
      </Stack>
      <Stack gap="xs" component="section" aria-label="Import shifts">
        <Title order={2} size="h4">
          Import shifts
        </Title>
        <ShiftImport id={group.id} />
      </Stack>
    </Stack>
  );
}
