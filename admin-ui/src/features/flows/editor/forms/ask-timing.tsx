// What happens when a question is passed over or left waiting.
import { Group, Stack } from "@mantine/core";
import { put, removeAt, replaceAt } from "../../draft/draft.ts";
import type { Ask } from "../../draft/draft.ts";
import { AddButton } from "../../fields/add-button.tsx";
import { GotoField } from "../../fields/goto-field.tsx";
import { MinutesField } from "../../fields/minutes-field.tsx";
import { OptionalPart } from "../../fields/optional-part.tsx";
import { Problems } from "../../fields/problems.tsx";
import { RemoveButton } from "../../fields/remove-button.tsx";
import { TextsField } from "../../fields/texts-field.tsx";
import { WordsField } from "../../fields/words-field.tsx";
import type { StepForm } from "../editing.ts";

const DAY_MINUTES = 1440;
const REMINDERS_MAX = 5;

export function AskTiming({ step, change }: StepForm<Ask>) {
  const { skip, deadline } = step;
  return (
    <>
      <OptionalPart
        label="Words that skip the question"
        isThere={skip !== undefined}
        onToggle={(isThere) => change(put(step, "skip", isThere ? { words: {} } : undefined))}
      >
        {skip !== undefined && (
          <Stack gap="xs">
            <WordsField
              label="Words"
              value={skip.words}
              onChange={(words = {}) => change({ ...step, skip: { ...skip, words } })}
              problemsOf="skip"
            />
            <GotoField
              label="Then"
              value={skip.next}
              onChange={(next) => change({ ...step, skip: put(skip, "next", next) })}
              otherwise="As after an answer"
            />
          </Stack>
        )}
      </OptionalPart>
      <Reminders step={step} change={change} />
      <OptionalPart
        label="A deadline"
        description="After so long a silence it is no longer waited for."
        isThere={deadline !== undefined}
        onToggle={(isThere) =>
          change(put(step, "deadline", isThere ? { afterMinutes: 2 * DAY_MINUTES } : undefined))
        }
      >
        {deadline !== undefined && (
          <Stack gap="xs">
            <MinutesField
              label="After"
              value={deadline.afterMinutes}
              onChange={(afterMinutes) => change({ ...step, deadline: { ...deadline, afterMinutes } })}
            />
            <GotoField
              label="Then"
              value={deadline.next}
              onChange={(next) => change({ ...step, deadline: put(deadline, "next", next) })}
              otherwise="The conversation ends"
            />
            <Problems of="deadline" />
          </Stack>
        )}
      </OptionalPart>
    </>
  );
}

function Reminders({ step, change }: StepForm<Ask>) {
  const { reminders = [] } = step;
  const last = reminders.at(-1)?.afterMinutes ?? 0;
  const set = (next: Ask["reminders"]) =>
    change(put(step, "reminders", next === undefined || next.length === 0 ? undefined : next));
  return (
    <Stack gap="xs">
      {reminders.map((reminder, index) => (
        // A reminder has no name of its own: its place tells it from the others.
        <fieldset key={index} className="group" aria-label={`Reminder ${index + 1}`}>
          <Group align="flex-end" justify="space-between" mb="xs" wrap="nowrap">
            <MinutesField
              label={`Reminder ${index + 1}, after`}
              value={reminder.afterMinutes}
              onChange={(afterMinutes) => set(replaceAt(reminders, index, { ...reminder, afterMinutes }))}
            />
            <RemoveButton
              label={`Remove reminder ${index + 1}`}
              onClick={() => set(removeAt(reminders, index))}
            />
          </Group>
          <TextsField
            label="Says (the question again, if empty)"
            value={reminder.text}
            onChange={(text) => set(replaceAt(reminders, index, put(reminder, "text", text)))}
            isOptional
          />
        </fieldset>
      ))}
      <Problems of="reminders" />
      {reminders.length < REMINDERS_MAX && (
        <AddButton
          label="Add a reminder"
          onClick={() => set([...reminders, { afterMinutes: last + DAY_MINUTES }])}
        />
      )}
    </Stack>
  );
}
