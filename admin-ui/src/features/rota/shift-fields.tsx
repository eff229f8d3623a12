// The fields of a weekly shift: its times by the minute, its people, and the dates it is valid between.
import { Group, Stack, TextInput } from "@mantine/core";
import type { ProblemAt } from "../../data/field-problems.ts";
import { Choice } from "../../ui/choice.tsx";
import { PeopleField } from "./people-field.tsx";
import type { People } from "./people.ts";
import type { ShiftForm } from "./shift-form.ts";
import { TimeFields } from "./time-fields.tsx";

const ORDERS = {
  given: "Always in this order",
  turns: "By turns: each week the next of them is first",
} as const;

export interface ShiftFieldsProps {
  readonly form: ShiftForm;
  readonly onChange: (form: ShiftForm) => void;
  readonly people: People;
  readonly problemAt: ProblemAt;
  /** One date has no turns and no other dates. */
  readonly isOnce?: boolean;
}

export function ShiftFields({ form, onChange, people, problemAt, isOnce = false }: ShiftFieldsProps) {
  return (
    <Stack>
      <TimeFields
        from={form.from}
        to={form.to}
        problemAt={problemAt}
        onChange={(times) => onChange({ ...form, ...times })}
      />
      <PeopleField
        label="Volunteers"
        description="In the order in which they are rung"
        people={people}
        value={form.volunteers}
        onChange={(volunteers) => onChange({ ...form, volunteers })}
        error={problemAt("volunteers")}
      />
      {!isOnce && (
        <>
          <Choice
            label="Who is first"
            ways={ORDERS}
            value={form.order}
            onChange={(order) => onChange({ ...form, order })}
          />
          <Group grow align="flex-start">
            <TextInput
              type="date"
              label="First date"
              description="Empty: always was"
              value={form.validFrom}
              error={problemAt("validFrom")}
              onChange={({ currentTarget }) => onChange({ ...form, validFrom: currentTarget.value })}
            />
            <TextInput
              type="date"
              label="Last date"
              description="Empty: goes on"
              value={form.validUntil}
              error={problemAt("validUntil")}
              onChange={({ currentTarget }) => onChange({ ...form, validUntil: currentTarget.value })}
            />
          </Group>
        </>
      )}
    </Stack>
  );
}
