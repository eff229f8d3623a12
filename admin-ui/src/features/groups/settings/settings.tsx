// A group's settings: one draft over four tabs, saved together, never over somebody else's change.
import { Alert, Button, Fieldset, Group as Row, Tabs, Text } from "@mantine/core";
import { useState } from "react";
import type { HelplineConfig } from "#core/helpline/helpline";
import { api, ask } from "../../../data/api.ts";
import { fieldProblems } from "../../../data/field-problems.ts";
import type { ProblemAt } from "../../../data/field-problems.ts";
import type { Group } from "../../../data/helplines.ts";
import { toProblem } from "../../../data/problem.ts";
import { orLookAgain } from "../../../data/or-look-again.ts";
import { useSave } from "../../../data/use-save.ts";
import { LeaveGuard } from "../../../ui/leave-guard.tsx";
import { ProblemNote } from "../../../ui/problem-note.tsx";
import { LookingOn } from "../../../ui/looking-on.tsx";
import { changesIn, cleanConfig, configOf } from "../config.ts";
import type { Tab } from "../tabs.ts";
import { CallsTab } from "./calls-tab.tsx";
import { GeneralTab } from "./general-tab.tsx";
import { RemindersTab } from "./reminders-tab.tsx";
import { VoicemailTab } from "./voicemail-tab.tsx";

export interface SettingsTabProps {
  readonly config: HelplineConfig;
  readonly change: (fields: Partial<HelplineConfig>) => void;
  readonly problemAt: ProblemAt;
}

export interface SettingsProps {
  readonly group: Group;
  /** Which of its tabs is open; null while another is, and the draft is kept. */
  readonly tab: Tab | null;
  readonly mayEdit: boolean;
}

export function Settings({ group, tab, mayEdit }: SettingsProps) {
  // What was there when it was opened, whatever arrives meanwhile.
  const [seen, setSeen] = useState(group);
  const before = configOf(seen);
  const [draft, setDraft] = useState(before);
  const changes = changesIn(before, cleanConfig(draft));
  const isDirty = Object.keys(changes).length > 0;
  const open = (latest: Group) => {
    setSeen(latest);
    setDraft(configOf(latest));
  };
  const save = useSave({
    save: () =>
      orLookAgain(
        ask(
          api.v1.helplines[":id"].$patch({
            param: { id: group.id },
            query: { over: seen.changedAt },
            json: changes,
          }),
        ),
      ),
    touches: ["helplines"],
    said: "Saved. Calls that are under way go on as they began.",
    isQuiet: true,
    onSaved: open,
  });
  // Nothing of ours is at stake: what somebody else set is shown.
  if (!isDirty && !save.isPending && group.changedAt > seen.changedAt) open(group);
  const shared: SettingsTabProps = {
    config: draft,
    change: (fields) => setDraft((now) => ({ ...now, ...fields })),
    problemAt: fieldProblems(save.error),
  };
  const isConflict =
    save.isError && toProblem(save.error).code === "conflict" && group.changedAt !== seen.changedAt;
  return (
    <>
      <LeaveGuard isDirty={isDirty && !save.isPending} isHere={(path) => path === `/groups/${group.id}`} />
      {tab !== null && save.isError && !isConflict && <ProblemNote problem={save.error} />}
      {isConflict && (
        <Alert color="yellow" role="alert" title="Somebody else changed this group meanwhile">
          <Text size="sm">Nothing of either is lost. Look at theirs, or save yours over it.</Text>
          <Row mt="sm" gap="xs">
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                save.reset();
                open(group);
              }}
            >
              Show theirs, drop mine
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                save.reset();
                setSeen(group);
                setDraft({ ...configOf(group), ...changes });
              }}
            >
              Put mine over theirs
            </Button>
          </Row>
        </Alert>
      )}
      <form
        hidden={tab === null}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <LookingOn />
        <Fieldset variant="unstyled" disabled={!mayEdit} maw={680} p={0}>
          <Tabs.Panel value="settings">
            <GeneralTab {...shared} />
          </Tabs.Panel>
          <Tabs.Panel value="calls">
            <CallsTab {...shared} />
          </Tabs.Panel>
          <Tabs.Panel value="voicemail">
            <VoicemailTab {...shared} />
          </Tabs.Panel>
          <Tabs.Panel value="reminders">
            <RemindersTab {...shared} />
          </Tabs.Panel>
        </Fieldset>
        {mayEdit && (
          <Row mt="lg" gap="sm">
            <Button type="submit" disabled={!isDirty} loading={save.isPending}>
              Save
            </Button>
            {isDirty && (
              <Button variant="default" onClick={() => setDraft(before)}>
                Undo changes
              </Button>
            )}
          </Row>
        )}
      </form>
    </>
  );
}
