// What holds for the whole organisation, whichever line it is about.
import { Button, Skeleton, Stack } from "@mantine/core";
import { useState } from "react";
import { api, ask } from "../../../data/api.ts";
import { fieldProblems } from "../../../data/field-problems.ts";
import { useSave } from "../../../data/use-save.ts";
import { useMay } from "../../../data/use-session.ts";
import { LeaveGuard } from "../../../ui/leave-guard.tsx";
import { BackLink } from "../../../ui/links.tsx";
import { Page } from "../../../ui/page.tsx";
import { ProblemNote } from "../../../ui/problem-note.tsx";
import { useSettings } from "../questions.ts";
import type { Settings } from "../questions.ts";
import "../setup.css";
import { PeopleFields } from "./people-fields.tsx";
import { RetentionFields } from "./retention-fields.tsx";
import { patchOf, SETTINGS } from "./settings-draft.ts";
import { ZoneNote } from "./zone-note.tsx";

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

/** What was changed lies over what is kept, so that a colleague's change of something else shows at once. */
function Form({ kept }: { readonly kept: Settings }) {
  const [changed, setChanged] = useState<Partial<Settings>>({});
  const isOwner = useMay("owner");
  const settings: Settings = { ...kept, ...changed };
  const patch = patchOf(kept, settings);
  const isDirty = Object.keys(patch).length > 0;
  const { mutate, isPending, error } = useSave({
    save: () => ask(api.v1.settings.$patch({ json: patch })),
    touches: ["settings"],
    said: "Saved.",
    isQuiet: true,
    onSaved: () => setChanged({}),
  });
  const fields = {
    settings,
    change: (part: Partial<Settings>) => setChanged((before) => ({ ...before, ...part })),
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
          <Button loading={isPending} disabled={!isDirty} onClick={() => mutate()}>
            Save
          </Button>
        )
      }
    >
      <LeaveGuard isDirty={isDirty} />
      {error !== null && !isPlaced && <ProblemNote problem={error} title="Not saved" />}
      <fieldset disabled={!isOwner} className="setup-plain">
        <Stack gap="xl" maw={620}>
          <ZoneNote />
          <PeopleFields {...fields} />
          <RetentionFields {...fields} />
        </Stack>
      </fieldset>
    </Page>
  );
}
