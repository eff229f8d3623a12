// What holds for the whole organisation, whichever line it is about.
import { Box, Button, Skeleton, Stack } from "@mantine/core";
import { useState } from "react";
import { api, ask } from "../../../data/api.ts";
import { fieldProblems } from "../../../data/field-problems.ts";
import { orLookAgain } from "../../../data/or-look-again.ts";
import { toProblem } from "../../../data/problem.ts";
import { useSave } from "../../../data/use-save.ts";
import { useMay } from "../../../data/use-session.ts";
import { LeaveGuard } from "../../../ui/leave-guard.tsx";
import { BackLink } from "../../../ui/links.tsx";
import { Page } from "../../../ui/page.tsx";
import { OvertakenNote } from "../../../ui/overtaken-note.tsx";
import { ProblemNote } from "../../../ui/problem-note.tsx";
import { LookingOn } from "../../../ui/looking-on.tsx";
import { ZoneField } from "../zone-field.tsx";
import { useSettings } from "../questions.ts";
import type { Settings } from "../questions.ts";
import "../setup.css";
import { PeopleFields } from "./people-fields.tsx";
import { RetentionFields } from "./retention-fields.tsx";
import { patchOf, SETTINGS } from "./settings-draft.ts";

export function OrganisationPage() {
  const { data, error, refetch } = useSettings();
  if (data !== undefined) return <Form kept={data} />;
  return (
    <Page title="Organisation" back={<BackLink to="/setup">Setup</BackLink>}>
      {error === null ? (
        <Stack aria-hidden>
          {[0, 1, 2, 3].map((row) => (
            <Skeleton key={row} h={64} />
          ))}
        </Stack>
      ) : (
        <ProblemNote problem={error} retry={refetch} />
      )}
    </Page>
  );
}

function Form({ kept }: { readonly kept: Settings }) {
  // What was there when the first of it was changed, whatever arrives meanwhile.
  const [seen, setSeen] = useState(kept);
  const [settings, setSettings] = useState(kept);
  const isOwner = useMay("owner");
  const patch = patchOf(seen, settings);
  const isDirty = Object.keys(patch).length > 0;
  const take = (latest: Settings): void => {
    setSeen(latest);
    setSettings(latest);
  };
  const { mutate, isPending, error, reset } = useSave({
    save: (over: string) =>
      orLookAgain(ask(api.v1.settings.$patch({ query: { over }, json: patch })), ["settings"]),
    touches: ["settings", "session", "lines"],
    said: "Saved.",
    isQuiet: true,
    onSaved: take,
  });
  // Nothing of ours is at stake: what a colleague set is shown.
  if (!isDirty && !isPending && kept.changedAt > seen.changedAt) take(kept);
  const isOvertaken =
    error !== null && toProblem(error).code === "conflict" && kept.changedAt !== seen.changedAt;
  const fields = {
    settings,
    change: (part: Partial<Settings>) => setSettings((before) => ({ ...before, ...part })),
    problemAt: fieldProblems(error),
  };
  const isPlaced = SETTINGS.some((name) => fields.problemAt(name) !== undefined);
  return (
    <Page
      title="Organisation"
      lead="What holds for everything you send, on every line."
      back={<BackLink to="/setup">Setup</BackLink>}
      actions={
        isOwner && (
          <Button loading={isPending} disabled={!isDirty} onClick={() => mutate(seen.changedAt)}>
            Save
          </Button>
        )
      }
    >
      <LeaveGuard isDirty={isDirty} />
      {isOvertaken && (
        <Box mb="md" maw={620}>
          <OvertakenNote
            what="these settings"
            onTakeTheirs={() => {
              reset();
              take(kept);
            }}
            onKeepMine={() => mutate(kept.changedAt)}
          />
        </Box>
      )}
      {error !== null && !isPlaced && !isOvertaken && <ProblemNote problem={error} title="Not saved" />}
      <LookingOn role="owner" />
      <fieldset disabled={!isOwner} className="setup-plain">
        <Stack gap="xl" maw={620}>
          <ZoneField
            label="Time zone"
            description="Days begin and end by its clock: on Home, in alarms, in what is begun from here. A line and a group keep their own."
            value={settings.zone}
            onChange={(zone) => fields.change({ zone })}
            error={fields.problemAt("zone")}
          />
          <PeopleFields {...fields} />
          <RetentionFields {...fields} />
        </Stack>
      </fieldset>
    </Page>
  );
}
