// What is known of a volunteer, changed; never over somebody else's change.
import { Button, Fieldset, Group as Row, Stack, Title } from "@mantine/core";
import { useState } from "react";
import { api, ask } from "../../data/api.ts";
import { fieldProblems } from "../../data/field-problems.ts";
import type { Volunteer } from "../../data/helplines.ts";
import { orLookAgain } from "../../data/or-look-again.ts";
import { useSave } from "../../data/use-save.ts";
import { LeaveGuard } from "../../ui/leave-guard.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { LookingOn } from "../../ui/looking-on.tsx";
import { VolunteerFields } from "./volunteer-fields.tsx";
import { changesIn, configOf, fromVolunteerForm, toVolunteerForm } from "./volunteer-form.ts";

export interface EditVolunteerProps {
  readonly volunteer: Volunteer;
  readonly mayEdit: boolean;
}

export function EditVolunteer({ volunteer, mayEdit }: EditVolunteerProps) {
  // What was there when it was opened, whatever arrives meanwhile.
  const [seen, setSeen] = useState(volunteer);
  const before = configOf(seen);
  const [form, setForm] = useState(() => toVolunteerForm(before));
  const changes = changesIn(before, fromVolunteerForm(form));
  const isDirty = Object.keys(changes).length > 0;
  const open = (latest: Volunteer) => {
    setSeen(latest);
    setForm(toVolunteerForm(configOf(latest)));
  };
  const save = useSave({
    save: () =>
      orLookAgain(
        ask(
          api.v1.volunteers[":id"].$patch({
            param: { id: seen.id },
            query: { over: seen.changedAt },
            json: changes,
          }),
        ),
      ),
    touches: ["helplines"],
    said: "Saved.",
    isQuiet: true,
    onSaved: open,
  });
  // Nothing of ours is at stake: what somebody else wrote is shown.
  if (!isDirty && !save.isPending && volunteer.changedAt > seen.changedAt) open(volunteer);
  const isOlder = seen.changedAt !== volunteer.changedAt;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <LeaveGuard isDirty={isDirty && !save.isPending} />
      <LookingOn />
      <Fieldset variant="unstyled" disabled={!mayEdit} p={0}>
        <Stack>
          <Title order={2} size="h4">
            About them
          </Title>
          {save.isError && <ProblemNote problem={save.error} />}
          {save.isError && isOlder && (
            <Button
              variant="default"
              onClick={() => {
                save.reset();
                open(volunteer);
              }}
            >
              Show what is there now, and drop mine
            </Button>
          )}
          <VolunteerFields
            form={form}
            change={(fields) => setForm((now) => ({ ...now, ...fields }))}
            problemAt={fieldProblems(save.error)}
          />
          {mayEdit && (
            <Row>
              <Button type="submit" disabled={!isDirty} loading={save.isPending}>
                Save
              </Button>
            </Row>
          )}
        </Stack>
      </Fieldset>
    </form>
  );
}
