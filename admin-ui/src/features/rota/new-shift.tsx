// A new shift: every week on the days chosen, or on one date only.
import { Button, Chip, Group as Row, Input, SegmentedControl, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { dayOf, weekdayOf } from "#core/civil";
import { fieldProblems } from "../../data/field-problems.ts";
import { LeaveGuard } from "../../ui/leave-guard.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import type { Times } from "./draft.ts";
import type { People } from "./people.ts";
import { ShiftFields } from "./shift-fields.tsx";
import { fromShiftForm } from "./shift-form.ts";
import type { ShiftForm } from "./shift-form.ts";
import { useAddShift, useOverride } from "./use-changes.ts";
import { WEEKDAYS } from "./words.ts";

export interface NewShiftProps {
  readonly groupId: string;
  readonly people: People;
  readonly times: Times;
  readonly onDone: () => void;
}

export function NewShift({ groupId, people, times, onDone }: NewShiftProps) {
  const [isWeekly, setWeekly] = useState(true);
  const [date, setDate] = useState(times.date);
  const [days, setDays] = useState<readonly string[]>([String(weekdayOf(dayOf(times.date)))]);
  const [form, setForm] = useState<ShiftForm>(() => ({
    weekday: 1,
    from: times.from,
    to: times.to,
    volunteers: [],
    order: "given",
    // From now on: the weeks before are as they were.
    validFrom: times.date,
    validUntil: "",
  }));
  const weekly = useAddShift(groupId, onDone);
  const once = useOverride(groupId, "The shift is in the rota, on this date.", onDone);
  const saving = isWeekly ? weekly : once;
  const problemAt = fieldProblems(saving.error);
  const submit = () => {
    const { from, to, volunteers } = form;
    if (!isWeekly) return once.mutate({ kind: "add", date, from, to, volunteers: [...volunteers] });
    return weekly.mutate(days.map((weekday) => fromShiftForm({ ...form, weekday: Number(weekday) })));
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <LeaveGuard isDirty={form.volunteers.length > 0 && !saving.isPending && !saving.isSuccess} />
      <Stack>
        {saving.isError && <ProblemNote problem={saving.error} />}
        <SegmentedControl
          aria-label="How often"
          value={isWeekly ? "weekly" : "once"}
          data={[
            { value: "weekly", label: "Every week" },
            { value: "once", label: "On one date" },
          ]}
          onChange={(value) => setWeekly(value === "weekly")}
        />
        {isWeekly ? (
          <Input.Wrapper label="Days" labelElement="div">
            <Chip.Group multiple value={[...days]} onChange={setDays}>
              <Row gap={6} mt={6} role="group" aria-label="Days">
                {WEEKDAYS.map((name, index) => (
                  <Chip key={name} value={String(index + 1)} size="sm">
                    {name.slice(0, 3)}
                  </Chip>
                ))}
              </Row>
            </Chip.Group>
          </Input.Wrapper>
        ) : (
          <TextInput
            type="date"
            label="Date"
            required
            value={date}
            error={problemAt("date")}
            onChange={({ currentTarget }) => setDate(currentTarget.value)}
          />
        )}
        <ShiftFields
          form={form}
          onChange={setForm}
          people={people}
          problemAt={problemAt}
          isOnce={!isWeekly}
        />
        <Row justify="flex-end">
          <Button type="submit" loading={saving.isPending} disabled={isWeekly && days.length === 0}>
            Add the shift
          </Button>
        </Row>
      </Stack>
    </form>
  );
}
