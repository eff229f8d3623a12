// One comparison more, or a group of its own.
import { Button, Group } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import type { Condition } from "#core/condition";
import { blankFilter } from "./subject.ts";

export function AddMember({ onAdd }: { readonly onAdd: (added: Condition) => void }) {
  return (
    <Group gap="xs">
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => onAdd(blankFilter("attributes"))}
      >
        Add a comparison
      </Button>
      <Button variant="subtle" size="compact-sm" onClick={() => onAdd({ any: [blankFilter("attributes")] })}>
        Add a group
      </Button>
    </Group>
  );
}
