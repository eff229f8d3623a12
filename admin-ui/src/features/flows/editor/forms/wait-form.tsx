// A wait: for a while, until a time of day, or until a date that was given.
import { Autocomplete, Checkbox, Group, Select, TextInput } from "@mantine/core";
import { put } from "../../draft/draft.ts";
import type { StepOf } from "../../draft/draft.ts";
import { answerNameOf } from "../../draft/answer-name.ts";
import { LimitField } from "../../fields/limit-field.tsx";
import { MinutesField } from "../../fields/minutes-field.tsx";
import { NextField } from "../../fields/next-field.tsx";
import { Problems } from "../../fields/problems.tsx";
import { useEditing } from "../editing.ts";
import type { StepForm } from "../editing.ts";

type Until = StepOf<"wait">["until"];

const KINDS = [
  { value: "minutes", label: "For a while" },
  { value: "time-of-day", label: "Until a time of day" },
  { value: "answer-date", label: "Until a date they gave" },
] as const;
const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MORNING = "09:00";
const DAY_MINUTES = 1440;

export function WaitForm({ step, change }: StepForm<StepOf<"wait">>) {
  const { until } = step;
  const set = (next: Until) => change({ ...step, until: next });
  return (
    <>
      <Select
        label="Waits"
        data={[...KINDS]}
        value={until.kind}
        onChange={(value) => {
          const kind = KINDS.find((each) => each.value === value)?.value;
          if (kind !== undefined && kind !== until.kind) set(blankUntil(kind));
        }}
        allowDeselect={false}
        maw={420}
      />
      <UntilFields until={until} set={set} />
      <Problems of="until" />
      <NextField value={step.next} onChange={(next) => change(put(step, "next", next))} />
    </>
  );
}

function blankUntil(kind: Until["kind"]): Until {
  switch (kind) {
    case "minutes":
      return { kind, minutes: DAY_MINUTES };
    case "time-of-day":
      return { kind, at: MORNING };
    case "answer-date":
      return { kind, answer: "", at: MORNING };
    default:
      return kind satisfies never;
  }
}

function UntilFields({ until, set }: { readonly until: Until; readonly set: (until: Until) => void }) {
  const { draft } = useEditing();
  switch (until.kind) {
    case "minutes":
      return (
        <MinutesField label="For" value={until.minutes} onChange={(minutes) => set({ ...until, minutes })} />
      );
    case "time-of-day":
      return (
        <>
          <TimeField value={until.at} onChange={(at) => set({ ...until, at })} />
          <Checkbox.Group
            label="On"
            description="None chosen: any day."
            value={(until.weekdays ?? []).map(String)}
            onChange={(days) => {
              const weekdays = days.map(Number).sort((a, b) => a - b);
              set(put(until, "weekdays", weekdays.length === 0 ? undefined : weekdays));
            }}
          >
            <Group mt="xs">
              {DAYS.map((day, index) => (
                <Checkbox key={day} value={String(index + 1)} label={day} />
              ))}
            </Group>
          </Checkbox.Group>
        </>
      );
    case "answer-date":
      return (
        <Group align="flex-end">
          <Autocomplete
            label="The date in"
            placeholder="Name of an answer"
            data={draft.nodes.flatMap((each) =>
              each.kind === "ask" && each.answer.kind === "date" ? [answerNameOf(each)] : [],
            )}
            value={until.answer}
            onChange={(answer) => set({ ...until, answer })}
          />
          <TimeField value={until.at} onChange={(at) => set({ ...until, at })} />
          <LimitField
            label="Days before it"
            value={until.daysBefore}
            onChange={(value) => set(put(until, "daysBefore", value))}
            min={0}
            max={365}
            placeholder="0"
          />
        </Group>
      );
    default:
      return until satisfies never;
  }
}

function TimeField({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  return (
    <TextInput
      type="time"
      label="At"
      description="By the contact's own clock"
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      maw={200}
    />
  );
}
