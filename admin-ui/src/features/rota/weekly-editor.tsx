// A shift of every week: changed for all weeks it is valid in, or deleted.
import { Alert, Button, Group as Row, Select, Stack } from "@mantine/core";
import { useState } from "react";
import type { Shift } from "#core/rota/rota";
import { fieldProblems } from "../../data/field-problems.ts";
import { Confirm } from "../../ui/confirm.tsx";
import { LeaveGuard } from "../../ui/leave-guard.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import type { People } from "./people.ts";
import { ShiftFields } from "./shift-fields.tsx";
import { fromShiftForm, toShiftForm } from "./shift-form.ts";
import { useChangeShift, useDeleteShift } from "./use-changes.ts";
import { WEEKDAYS } from "./words.ts";

export interface WeeklyEditorProps {
  readonly groupId: string;
  readonly shift: Shift;
  readonly people: People;
  readonly onDone: () => void;
}

export function WeeklyEditor({ groupId, shift, people, onDone }: WeeklyEditorProps) {
  // What was there when it was opened, whatever arrives meanwhile.
  const [before] = useState(shift);
  const [form, setForm] = useState(() => toShiftForm(before));
  const [isAsked, setAsked] = useState(false);
  const change = useChangeShift(groupId, onDone);
  const remove = useDeleteShift(groupId, onDone);
  const problemAt = fieldProblems(change.error);
  const after = fromShiftForm(form);
  const isDirty = JSON.stringify(after) !== JSON.stringify(fromShiftForm(toShiftForm(before)));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate({ before, after });
      }}
    >
      <LeaveGuard isDirty={isDirty && !change.isPending && !change.isSuccess} />
      <Stack>
        <Alert variant="light" color="gray">
          What you change here counts for every week, past ones too. To change it from a date on, move it in
          the week, or give it a last date and add another.
        </Alert>
        {change.isError && <ProblemNote problem={change.error} />}
        <Select
          label="Day"
          data={WEEKDAYS.map((label, index) => ({ value: String(index + 1), label }))}
          value={String(form.weekday)}
          allowDeselect={false}
          onChange={(weekday) => setForm({ ...form, weekday: Number(weekday) })}
        />
        <ShiftFields form={form} onChange={setForm} people={people} problemAt={problemAt} />
        <Row justify="space-between">
          <Button variant="default" onClick={() => setAsked(true)}>
            Delete…
          </Button>
          <Button type="submit" disabled={!isDirty} loading={change.isPending}>
            Save for every week
          </Button>
        </Row>
      </Stack>
      <Confirm
        isOpen={isAsked}
        onClose={() => setAsked(false)}
        title="Delete this shift?"
        action="Delete the shift"
        keep="Keep it"
        isBusy={remove.isPending}
        onConfirm={() => remove.mutate(shift.id)}
      >
        It goes from every week, past ones included, with what was different about it on dates. A shift that
        ends is given a last date instead.
      </Confirm>
    </form>
  );
}
