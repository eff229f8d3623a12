// A random split: so many parts go one way, so many another.
import { Group, NumberInput, Stack, Text, TextInput } from "@mantine/core";
import { freeId } from "../../draft/blank.ts";
import { put, removeAt, replaceAt } from "../../draft/draft.ts";
import type { StepOf } from "../../draft/draft.ts";
import { AddButton } from "../../fields/add-button.tsx";
import { GotoField } from "../../fields/goto-field.tsx";
import { Problems } from "../../fields/problems.tsx";
import { RemoveButton } from "../../fields/remove-button.tsx";
import type { StepForm } from "../editing.ts";

const WAYS_MIN = 2;
const WAYS_MAX = 10;
const WEIGHT_MAX = 1000;

export function SplitForm({ step, change }: StepForm<StepOf<"split">>) {
  const { ways } = step;
  const set = (next: typeof ways) => change({ ...step, ways: next });
  const total = ways.reduce((sum, { weight }) => sum + weight, 0);
  return (
    <Stack gap="sm">
      {ways.map((way, index) => (
        <fieldset key={index} className="group" aria-label={`Way ${index + 1}`}>
          <Group gap="xs" align="flex-end">
            <TextInput
              label="Name"
              value={way.id}
              onChange={({ currentTarget: { value } }) => set(replaceAt(ways, index, { ...way, id: value }))}
              w={110}
            />
            <NumberInput
              label="Parts"
              value={way.weight}
              onChange={(weight) =>
                typeof weight === "number" && set(replaceAt(ways, index, { ...way, weight }))
              }
              min={1}
              max={WEIGHT_MAX}
              allowDecimal={false}
              w={90}
            />
            <Text size="sm" c="dimmed" pb={8} w={44} ta="end">
              {total > 0 ? `${Math.round((100 * way.weight) / total)} %` : ""}
            </Text>
            <div style={{ flex: 1, minWidth: 160 }}>
              <GotoField
                label="Goes to"
                value={way.next}
                onChange={(next) => set(replaceAt(ways, index, put(way, "next", next)))}
                otherwise="The step below"
              />
            </div>
            <RemoveButton
              label={`Remove way ${index + 1}`}
              onClick={() => set(removeAt(ways, index))}
              isDisabled={ways.length <= WAYS_MIN}
            />
          </Group>
        </fieldset>
      ))}
      <Problems of="ways" />
      {ways.length < WAYS_MAX && (
        <AddButton
          label="Add a way"
          onClick={() =>
            set([
              ...ways,
              {
                id: freeId(
                  ways.map(({ id }) => id),
                  "way",
                  "_",
                ),
                weight: 1,
              },
            ])
          }
        />
      )}
    </Stack>
  );
}
