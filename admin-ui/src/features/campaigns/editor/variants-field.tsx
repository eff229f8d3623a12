// An A/B test: other ways to say it, each with its share of the people.
import { Button, Fieldset, Group, NumberInput, Stack, Text, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { addVariant, dropVariant, putVariant, VARIANTS_MAX } from "./draft.ts";
import type { Draft } from "./draft.ts";
import type { Drafting } from "./use-draft.ts";
import { WhatField } from "./what-field.tsx";

const WEIGHT_MAX = 1_000;

export function VariantsField({ drafting: { draft, edit } }: { readonly drafting: Drafting }) {
  const { variants } = draft;
  const isTest = variants.length > 1;
  return (
    <Stack gap="xs">
      <Text fw={500} size="sm">
        A/B test
      </Text>
      <Text size="sm" c="dimmed">
        {isTest
          ? "Who gets which is drawn once, and kept."
          : "Say it in two ways or more, and see which is answered best."}
      </Text>
      {isTest &&
        variants.map((variant, place) => (
          // Its place, since its name is what is being typed.
          <Fieldset key={place} legend={place === 0 ? "First, as above" : `Variant ${place + 1}`}>
            <Stack gap="sm">
              <Group grow align="flex-start">
                <TextInput
                  label="Name"
                  value={variant.name}
                  onChange={({ currentTarget: { value } }) =>
                    edit((now) => putVariant(now, place, { name: toName(value) }))
                  }
                  error={isTwice(draft, place) ? "Two variants have this name." : undefined}
                />
                <NumberInput
                  label="Weight"
                  value={variant.weight}
                  min={0.01}
                  max={WEIGHT_MAX}
                  onChange={(value) =>
                    typeof value === "number" &&
                    value > 0 &&
                    edit((now) => putVariant(now, place, { weight: value }))
                  }
                  description={shareOf(draft, place)}
                  inputWrapperOrder={["label", "input", "description"]}
                />
              </Group>
              {place > 0 && (
                <WhatField
                  label={`What "${variant.name}" says`}
                  content={variant.content}
                  onChange={(content) => edit((now) => putVariant(now, place, { content }))}
                />
              )}
              <Button
                variant="subtle"
                color="gray"
                size="compact-sm"
                w="fit-content"
                leftSection={<IconTrash size={14} aria-hidden />}
                onClick={() => edit((now) => dropVariant(now, place))}
              >
                Remove {variant.name}
              </Button>
            </Stack>
          </Fieldset>
        ))}
      {variants.length < VARIANTS_MAX && (
        <Button
          variant="default"
          size="compact-sm"
          w="fit-content"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => edit(addVariant)}
        >
          Add a variant
        </Button>
      )}
    </Stack>
  );
}

function shareOf({ variants }: Draft, place: number): string {
  const whole = variants.reduce((sum, { weight }) => sum + weight, 0);
  return `About ${Math.round(((variants[place]?.weight ?? 0) / whole) * 100)}% of the people`;
}

function isTwice({ variants }: Draft, place: number): boolean {
  return variants.some(({ name }, index) => index !== place && name === variants[place]?.name);
}

/** As the API takes it: lower case, with underscores for what is between words. */
function toName(typed: string): string {
  return typed
    .toLowerCase()
    .replaceAll(/[^a-z0-9_]+/g, "_")
    .slice(0, 40);
}
