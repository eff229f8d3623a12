// A new volunteer, and the groups they belong to.
import { Button, Drawer, Group as Row, MultiSelect, Stack } from "@mantine/core";
import { useState } from "react";
import { api, ask } from "../../data/api.ts";
import { fieldProblems } from "../../data/field-problems.ts";
import type { Group } from "../../data/helplines.ts";
import { useSave } from "../../data/use-save.ts";
import { LeaveGuard } from "../../ui/leave-guard.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { VolunteerFields } from "./volunteer-fields.tsx";
import { BLANK, fromVolunteerForm } from "./volunteer-form.ts";

export interface NewVolunteerProps {
  readonly isOpen: boolean;
  readonly groupId: string | undefined;
  readonly groups: readonly Group[];
  readonly onClose: () => void;
}

export function NewVolunteer({ isOpen, onClose, ...props }: NewVolunteerProps) {
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      position="right"
      title="New volunteer"
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <Form {...props} onClose={onClose} />
    </Drawer>
  );
}

function Form({ groupId, groups, onClose }: Omit<NewVolunteerProps, "isOpen">) {
  const [form, setForm] = useState(BLANK);
  const [helplines, setHelplines] = useState<string[]>(() => (groupId === undefined ? [] : [groupId]));
  const create = useSave({
    save: () => ask(api.v1.volunteers.$post({ json: { ...fromVolunteerForm(form), helplines } })),
    touches: ["helplines"],
    said: ({ name }) => `${name} is a volunteer.`,
    isQuiet: true,
    onSaved: onClose,
  });
  const isDirty = JSON.stringify(form) !== JSON.stringify(BLANK);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate();
      }}
    >
      <LeaveGuard isDirty={isDirty && !create.isPending && !create.isSuccess} />
      <Stack>
        {create.isError && <ProblemNote problem={create.error} />}
        <VolunteerFields
          form={form}
          change={(fields) => setForm((now) => ({ ...now, ...fields }))}
          problemAt={fieldProblems(create.error)}
        />
        <MultiSelect
          label="Groups"
          placeholder={helplines.length === 0 ? "None yet" : ""}
          data={groups.map(({ id, name }) => ({ value: id, label: name }))}
          value={helplines}
          onChange={setHelplines}
        />
        <Row justify="flex-end">
          <Button type="submit" loading={create.isPending}>
            Add the volunteer
          </Button>
        </Row>
      </Stack>
    </form>
  );
}
