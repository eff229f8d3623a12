// Answers with a lowest and a highest: words by their length, numbers, ratings.
import { SegmentedControl, SimpleGrid, Stack, Switch, Text } from "@mantine/core";
import { put } from "../../draft/draft.ts";
import { RATING } from "../../draft/to-flow.ts";
import { LimitField } from "../../fields/limit-field.tsx";
import type { RuleForm } from "./rule-form.ts";

const LENGTH_MAX = 1600;

export function TextRule({ answer, change }: RuleForm<"text">) {
  return (
    <SimpleGrid cols={2} maw={420}>
      <LimitField
        label="Characters at least"
        value={answer.lengthMin}
        onChange={(value) => change(put(answer, "lengthMin", value))}
        min={1}
        max={LENGTH_MAX}
      />
      <LimitField
        label="Characters at most"
        value={answer.lengthMax}
        onChange={(value) => change(put(answer, "lengthMax", value))}
        min={1}
        max={LENGTH_MAX}
      />
    </SimpleGrid>
  );
}

export function NumberRule({ answer, change }: RuleForm<"number">) {
  return (
    <Stack gap="xs">
      <SimpleGrid cols={2} maw={420}>
        <LimitField
          label="At least"
          value={answer.min}
          onChange={(value) => change(put(answer, "min", value))}
          isWhole={false}
        />
        <LimitField
          label="At most"
          value={answer.max}
          onChange={(value) => change(put(answer, "max", value))}
          isWhole={false}
        />
      </SimpleGrid>
      <Switch
        label="Whole numbers only"
        checked={answer.integer ?? false}
        onChange={({ currentTarget: { checked } }) => change(put(answer, "integer", checked || undefined))}
      />
    </Stack>
  );
}

export function RatingRule({ answer, change }: RuleForm<"rating">) {
  return (
    <SimpleGrid cols={2} maw={420}>
      <div>
        <Text size="sm" fw={500} id="rating-min">
          Begins with
        </Text>
        <SegmentedControl
          aria-labelledby="rating-min"
          data={["0", "1"]}
          value={String(answer.min ?? RATING.min)}
          onChange={(value) => change({ ...answer, min: Number(value) })}
        />
      </div>
      <LimitField
        label="Best"
        value={answer.max ?? RATING.max}
        onChange={(value) => change(put(answer, "max", value))}
        min={2}
        max={10}
      />
    </SimpleGrid>
  );
}
