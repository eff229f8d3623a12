// What can be done to a whole place of a filter tree: deny it, group it, move it, take it away.
import { ActionIcon, Menu } from "@mantine/core";
import {
  IconArrowDown,
  IconArrowUp,
  IconBoxMultiple,
  IconDots,
  IconEqualNot,
  IconTrash,
} from "@tabler/icons-react";
import type { Condition } from "#core/condition";
import type { Edits } from "./filter-builder.tsx";
import { deny, isGroup, membersOf } from "./tree.ts";
import type { Place } from "./tree.ts";

export interface PlaceMenuProps {
  readonly condition: Condition;
  readonly place: Place;
  readonly siblings: number;
  readonly edits: Edits;
  /** What the menu is of, for those who do not see it. */
  readonly what: string;
}

export function PlaceMenu({ condition, place, siblings, edits, what }: PlaceMenuProps) {
  const nth = place.at(-1) ?? 0;
  const [only] = isGroup(condition) && membersOf(condition).length === 1 ? membersOf(condition) : [];
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={`More about ${what}`}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconEqualNot size={16} aria-hidden />}
          onClick={() => edits.change(place, deny)}
        >
          {"not" in condition ? "Mean those after all" : "Mean the others"}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconBoxMultiple size={16} aria-hidden />}
          onClick={() => edits.change(place, (there) => ({ any: [there] }))}
        >
          Put into a group
        </Menu.Item>
        {only !== undefined && (
          <Menu.Item onClick={() => edits.change(place, () => only)}>Take out of its group</Menu.Item>
        )}
        {nth > 0 && (
          <Menu.Item
            leftSection={<IconArrowUp size={16} aria-hidden />}
            onClick={() => edits.move(place, -1)}
          >
            Move up
          </Menu.Item>
        )}
        {place.length > 0 && nth < siblings - 1 && (
          <Menu.Item
            leftSection={<IconArrowDown size={16} aria-hidden />}
            onClick={() => edits.move(place, 1)}
          >
            Move down
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={() => edits.change(place, () => null)}
        >
          Take away
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
