// The fields of a flow as a whole.
import { Group, Input, Stack, TagsInput, Text } from "@mantine/core";
import { WEEK_MINUTES } from "../draft/to-flow.ts";
import { put, removeAt, replaceAt } from "../draft/draft.ts";
import type { Draft } from "../draft/draft.ts";
import { AddButton } from "../fields/add-button.tsx";
import { GotoField } from "../fields/goto-field.tsx";
import { MinutesField } from "../fields/minutes-field.tsx";
import { Problems } from "../fields/problems.tsx";
import { RemoveButton } from "../fields/remove-button.tsx";
import { WordsField } from "../fields/words-field.tsx";
import { DefaultsFields } from "./defaults-fields.tsx";

export interface SettingsFormProps {
  readonly draft: Draft;
  readonly change: (next: (draft: Draft) => Draft) => void;
}

const LANGUAGES_MAX = 20;
const INTERRUPTS_MAX = 20;
const COMMON = ["en", "es", "fr", "de", "ar", "pt", "hi", "it", "nl", "zh"];

export function SettingsForm({ draft, change }: SettingsFormProps) {
  const { interrupts = [] } = draft;
  const setInterrupts = (next: NonNullable<Draft["interrupts"]>) =>
    change((before) => put(before, "interrupts", next.length === 0 ? undefined : next));
  return (
    <>
      <div>
        <TagsInput
          label="Languages"
          description="By their codes, such as en or pt-BR. The first is the flow's own: every text must have it."
          data={COMMON}
          value={[...draft.languages]}
          onChange={(languages) => {
            if (languages.length > 0) change((before) => ({ ...before, languages }));
          }}
          maxTags={LANGUAGES_MAX}
          acceptValueOnBlur={false}
        />
        <Problems of="languages" />
      </div>
      <MinutesField
        label="A conversation expires after"
        description="So long after a question without a word it is over."
        value={draft.expiresAfterMinutes ?? WEEK_MINUTES}
        onChange={(expiresAfterMinutes) => change((before) => ({ ...before, expiresAfterMinutes }))}
      />
      <Stack gap="xs">
        <Input.Label labelElement="div">Words that count anywhere</Input.Label>
        <Text size="xs" c="dimmed">
          Whoever writes one of them is led there, whatever was asked. STOP and HELP always count.
        </Text>
        {interrupts.map((each, index) => (
          <fieldset key={index} className="group" aria-label={`Words that count anywhere, ${index + 1}`}>
            <Group align="flex-start" wrap="nowrap" gap="xs">
              <Stack gap="xs" flex={1}>
                <WordsField
                  label="Words"
                  value={each.words}
                  onChange={(words = {}) => setInterrupts(replaceAt(interrupts, index, { ...each, words }))}
                />
                <GotoField
                  label="Lead to"
                  value={each.next}
                  onChange={(next = "end") => setInterrupts(replaceAt(interrupts, index, { ...each, next }))}
                />
              </Stack>
              <RemoveButton
                label={`Remove words ${index + 1}`}
                onClick={() => setInterrupts(removeAt(interrupts, index))}
              />
            </Group>
          </fieldset>
        ))}
        <Problems of="interrupts" />
        {interrupts.length < INTERRUPTS_MAX && (
          <AddButton
            label="Add words"
            onClick={() => setInterrupts([...interrupts, { words: {}, next: draft.nodes[0]?.id ?? "end" }])}
          />
        )}
      </Stack>
      <DefaultsFields
        defaults={draft.defaults}
        onChange={(defaults) => change((before) => put(before, "defaults", defaults))}
      />
      <Problems of="defaults" />
      <Problems of="step" />
    </>
  );
}
