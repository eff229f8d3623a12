// One place of a filter tree: a comparison, a group of them, or what is denied, with what is inside of it.
import { Box, Group, SegmentedControl, Stack, Text } from "@mantine/core";
import type { Condition } from "#core/condition";
import { AddMember } from "./add-member.tsx";
import type { Edits } from "./filter-builder.tsx";
import { FilterRow } from "./filter-row.tsx";
import { PlaceMenu } from "./place-menu.tsx";
import { isFilter, isGroup, membersOf } from "./tree.ts";
import type { Group as Members, Place } from "./tree.ts";
import type { Known } from "./use-known.ts";
import "./filter.css";

export interface ConditionBoxProps {
  readonly condition: Condition;
  readonly place: Place;
  /** How many stand in the group it is a member of. */
  readonly siblings: number;
  readonly edits: Edits;
  readonly known: Known;
}

export function ConditionBox(props: ConditionBoxProps) {
  const { condition, place, edits, known } = props;
  if (isFilter(condition))
    return (
      <FilterRow
        filter={condition}
        known={known}
        onChange={(filter) => edits.change(place, () => filter)}
        menu={<PlaceMenu {...props} what="this comparison" />}
      />
    );
  if (isGroup(condition)) return <GroupBox {...props} group={condition} />;
  return (
    <Box className="filter-box" data-denied role="group" aria-label="Not">
      <Group justify="space-between" wrap="nowrap">
        <Text fw={600} size="sm">
          Not those
        </Text>
        <PlaceMenu {...props} what="what is denied" />
      </Group>
      <ConditionBox {...props} condition={condition.not} place={[...place, 0]} siblings={1} />
    </Box>
  );
}

const KINDS = [
  { value: "all", label: "All of these" },
  { value: "any", label: "Any of these" },
];

function GroupBox({ group, ...props }: ConditionBoxProps & { readonly group: Members }) {
  const { place, edits, known } = props;
  const members = membersOf(group);
  const isAll = "all" in group;
  return (
    <Box
      className={place.length === 0 ? undefined : "filter-box"}
      role="group"
      aria-label={isAll ? "All of these" : "Any of these"}
    >
      <Group justify="space-between" wrap="nowrap" mb="xs">
        <SegmentedControl
          size="xs"
          aria-label="How many of these have to hold"
          data={KINDS}
          value={isAll ? "all" : "any"}
          onChange={(kind) =>
            edits.change(place, () => (kind === "all" ? { all: members } : { any: members }))
          }
        />
        <PlaceMenu {...props} what="this group" />
      </Group>
      <Stack gap="xs">
        {members.map((member, nth) => (
          <ConditionBox
            key={nth}
            condition={member}
            place={[...place, nth]}
            siblings={members.length}
            edits={edits}
            known={known}
          />
        ))}
        {members.length === 0 && (
          <Text size="sm" c="dimmed">
            {isAll ? "Nothing is asked: this is everybody." : "None of nothing holds: this is nobody."}
          </Text>
        )}
        <AddMember onAdd={(added) => edits.add(place, added)} />
      </Stack>
    </Box>
  );
}
