// A filter tree to look at and to change: who is meant, by all, any or none of as many comparisons as it takes.
import { Stack, Text } from "@mantine/core";
import type { Condition } from "#core/condition";
import { AddMember } from "./add-member.tsx";
import { ConditionBox } from "./condition-box.tsx";
import { problemOfWhole } from "./problems.ts";
import { addAt, changeAt, isGroup, moveAt } from "./tree.ts";
import type { Place } from "./tree.ts";
import type { Known } from "./use-known.ts";

export interface FilterBuilderProps {
  readonly condition: Condition;
  readonly onChange: (condition: Condition) => void;
  readonly known: Known;
}

/** What can be done to one place of the tree. */
export interface Edits {
  readonly change: (place: Place, change: (there: Condition) => Condition | null) => void;
  readonly add: (place: Place, added: Condition) => void;
  readonly move: (place: Place, by: -1 | 1) => void;
}

export function FilterBuilder({ condition, onChange, known }: FilterBuilderProps) {
  const edits: Edits = {
    change: (place, change) => onChange(changeAt(condition, place, change)),
    add: (place, added) => onChange(addAt(condition, place, added)),
    move: (place, by) => onChange(moveAt(condition, place, by)),
  };
  const problem = problemOfWhole(condition);
  return (
    <Stack gap="xs">
      <ConditionBox condition={condition} place={[]} siblings={1} edits={edits} known={known} />
      {!isGroup(condition) && <AddMember onAdd={(added) => edits.add([], added)} />}
      {problem !== null && (
        <Text size="sm" c="red" role="alert">
          {problem}
        </Text>
      )}
    </Stack>
  );
}
