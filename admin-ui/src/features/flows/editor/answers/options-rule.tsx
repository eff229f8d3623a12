// The options of a question: what they say, what else means them, and where each leads.
import { Group, SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import type { ReactNode } from "react";
import { freeId } from "../../draft/blank.ts";
import { moveTo, put, removeAt, replaceAt } from "../../draft/draft.ts";
import type { AnswerOf } from "../../draft/draft.ts";
import { AddButton } from "../../fields/add-button.tsx";
import { GotoField } from "../../fields/goto-field.tsx";
import { LimitField } from "../../fields/limit-field.tsx";
import { More } from "../../fields/more.tsx";
import { MoveButtons } from "../../fields/move-buttons.tsx";
import { RemoveButton } from "../../fields/remove-button.tsx";
import { TextsField } from "../../fields/texts-field.tsx";
import { WordsField } from "../../fields/words-field.tsx";

type Options = AnswerOf<"choice"> | AnswerOf<"multi-choice">;
type Option = AnswerOf<"choice">["options"][number];

export interface OptionsRuleProps {
  readonly answer: Options;
  readonly change: (answer: Options) => void;
}

const OPTIONS_MIN = 2;
const OPTIONS_MAX = 20;

export function OptionsRule({ answer, change }: OptionsRuleProps) {
  const options: readonly Option[] = answer.options;
  const set = (next: Option[]) => change({ ...answer, options: next });
  const add = () =>
    set([
      ...options,
      {
        id: freeId(
          options.map(({ id }) => id),
          "option",
          "_",
        ),
        label: {},
      },
    ]);
  return (
    <Stack gap="sm">
      {options.map((option, index) => (
        <OptionForm
          // An option's id can be edited: its place tells it from the others.
          key={index}
          option={option}
          index={index}
          hasNext={answer.kind === "choice"}
          change={(next) => set(replaceAt(options, index, next))}
          tools={
            <Group gap={0} wrap="nowrap">
              <MoveButtons
                what={`option ${index + 1}`}
                index={index}
                count={options.length}
                onMove={(to) => set(moveTo(options, index, to))}
              />
              <RemoveButton
                label={`Remove option ${index + 1}`}
                onClick={() => set(removeAt(options, index))}
                isDisabled={options.length <= OPTIONS_MIN}
              />
            </Group>
          }
        />
      ))}
      {options.length < OPTIONS_MAX && <AddButton label="Add an option" onClick={add} />}
      {answer.kind === "multi-choice" && (
        <SimpleGrid cols={2} maw={420}>
          <LimitField
            label="Choices at least"
            value={answer.choicesMin}
            onChange={(value) => change(put(answer, "choicesMin", value))}
            min={1}
            placeholder="1"
          />
          <LimitField
            label="Choices at most"
            value={answer.choicesMax}
            onChange={(value) => change(put(answer, "choicesMax", value))}
            min={1}
            placeholder="All"
          />
        </SimpleGrid>
      )}
    </Stack>
  );
}

interface OptionFormProps {
  readonly option: Option;
  readonly index: number;
  readonly hasNext: boolean;
  readonly change: (option: Option) => void;
  readonly tools: ReactNode;
}

function OptionForm({ option, index, hasNext, change, tools }: OptionFormProps) {
  const [id, setId] = useState<string | null>(null);
  return (
    <fieldset className="group" aria-label={`Option ${index + 1}`}>
      <Stack gap="xs">
        <Group align="flex-start" wrap="nowrap" gap="xs">
          <div style={{ flex: 1, minWidth: 0 }}>
            <TextsField
              label={`Option ${index + 1}`}
              value={option.label}
              onChange={(label = {}) => change({ ...option, label })}
              isLabel
            />
          </div>
          <div style={{ marginTop: "1.5rem" }}>{tools}</div>
        </Group>
        {hasNext && (
          <GotoField
            label="Leads to"
            value={option.next}
            onChange={(next) => change(put(option, "next", next))}
            otherwise="As below"
          />
        )}
        <More label={`Other words${sayWords(option)}`} isInUse={false}>
          <WordsField
            label="Also means this option"
            value={option.synonyms}
            onChange={(words) => change(put(option, "synonyms", words))}
            isOptional
          />
          <TextInput
            label="Name of this option"
            description="What branches and exports call it. Responses so far keep the name they were given with."
            value={id ?? option.id}
            onChange={({ currentTarget: { value } }) => setId(value)}
            onBlur={() => {
              if (id !== null && id !== "") change({ ...option, id });
              setId(null);
            }}
            maw={420}
          />
          <Text size="xs" c="dimmed">
            Lower case: letters, digits and underscores.
          </Text>
        </More>
      </Stack>
    </fieldset>
  );
}

/** As far as there are any, so that nobody has to look. */
function sayWords({ synonyms = {} }: Option): string {
  const words = [...new Set(Object.values(synonyms).flat())];
  return words.length === 0 ? "" : `: ${words.join(", ")}`;
}
