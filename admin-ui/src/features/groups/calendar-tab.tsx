// The group's shifts in other programs, and shifts out of a file.
import { Stack, Text } from "@mantine/core";
import type { Group } from "../../data/helplines.ts";
import { CalendarAddress } from "../../ui/calendar-address.tsx";
import { Section } from "../../ui/section.tsx";
import { ShiftImport } from "./shift-import.tsx";

export function CalendarTab({ group, mayEdit }: { readonly group: Group; readonly mayEdit: boolean }) {
  if (!mayEdit) return <Text c="dimmed">Calendar addresses are secrets: editors see them.</Text>;
  return (
    <Stack gap="xl" maw={760}>
      <Section title="The group's calendar" gap="xs">
        <CalendarAddress of="helplines" id={group.id} />
      </Section>
      <Section title="Import shifts" gap="xs">
        <ShiftImport id={group.id} />
      </Section>
    </Stack>
  );
}
