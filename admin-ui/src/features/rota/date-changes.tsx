// What was made different about a shift on its date, newest last, each to be taken back.
import { Button, Group, List, Stack, Text, Title } from "@mantine/core";
import type { Override } from "#core/rota/rota";
import { When } from "../../ui/when.tsx";
import type { Marked } from "./marks.ts";
import type { People } from "./people.ts";
import { useTakeBack } from "./use-changes.ts";

export interface DateChangesProps {
  readonly groupId: string;
  readonly shift: Marked;
  readonly people: People;
  readonly mayEdit: boolean;
}

export function DateChanges({ groupId, shift, people, mayEdit }: DateChangesProps) {
  const takeBack = useTakeBack(groupId);
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        Different on this date
      </Title>
      <List listStyleType="none" spacing="xs">
        {shift.changes.map((change) => (
          <List.Item key={change.id}>
            <Group justify="space-between" wrap="nowrap" align="flex-start">
              <Stack gap={0}>
                <Text size="sm">{changeWords(change, (id) => people.of(id).name)}</Text>
                <Text size="xs" c="dimmed">
                  <When at={new Date(change.at).toISOString()} />
                </Text>
              </Stack>
              {mayEdit && (
                <Button
                  size="compact-sm"
                  variant="default"
                  loading={takeBack.isPending && takeBack.variables === change.id}
                  onClick={() => takeBack.mutate(change.id)}
                >
                  Take back
                </Button>
              )}
            </Group>
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}

function changeWords(change: Override, nameOf: (id: string) => string): string {
  switch (change.kind) {
    case "add":
      return "An extra shift";
    case "remove":
      return "Does not take place";
    case "replace":
      return change.volunteers.length === 0
        ? "Opened: nobody is on"
        : `Others are on: ${change.volunteers.map(nameOf).join(", ")}`;
    case "swap":
      if (change.to === null) return `${nameOf(change.from ?? "")} gave it back`;
      return change.from === null
        ? `${nameOf(change.to)} took the open place`
        : `${nameOf(change.to)} instead of ${nameOf(change.from)}`;
    default:
      return change satisfies never;
  }
}
