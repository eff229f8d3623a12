// A telephone that calls could not be put through to: until when it is not rung, why, and "ring again".
import { Button, Group, Text } from "@mantine/core";
import { api, ask } from "../data/api.ts";
import type { Volunteer } from "../data/helplines.ts";
import { useSave } from "../data/use-save.ts";
import { When } from "./when.tsx";

export interface QuarantineNoteProps {
  readonly volunteer: Volunteer;
  readonly mayEdit: boolean;
}

export function QuarantineNote({ volunteer, mayEdit }: QuarantineNoteProps) {
  const { id, name, quarantine } = volunteer;
  const lift = useSave({
    save: () => ask(api.v1.volunteers[":id"].quarantine.$delete({ param: { id } })),
    touches: ["helplines"],
    said: `${name} is rung again.`,
  });
  if (quarantine === null) return null;
  return (
    <Group gap="xs">
      <Text size="sm">
        {quarantine.reason} Not rung until <When at={quarantine.until} />.
      </Text>
      {mayEdit && (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`Ring ${name} again`}
          loading={lift.isPending}
          onClick={() => lift.mutate()}
        >
          Ring again
        </Button>
      )}
    </Group>
  );
}
