// A funnel that is not kept yet.
import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { api, ask } from "../../data/api.ts";
import { fieldProblems } from "../../data/field-problems.ts";
import { useSave } from "../../data/use-save.ts";
import { LeaveGuard } from "../../ui/leave-guard.tsx";
import { BackLink } from "../../ui/links.tsx";
import { OnlyForMakers } from "../../ui/only-for.tsx";
import { Page } from "../../ui/page.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { keyOf, missingIn, newDraft } from "./setup/draft.ts";
import { FunnelForm } from "./setup/funnel-form.tsx";

const BACK = <BackLink to="/funnels">Funnels</BackLink>;

export function NewFunnelPage() {
  return (
    <OnlyForMakers title="New funnel" back={BACK}>
      <NewFunnel />
    </OnlyForMakers>
  );
}

function NewFunnel() {
  const [begun] = useState(newDraft);
  const [draft, setDraft] = useState(begun);
  const [typedKey, setTypedKey] = useState<string | null>(null);
  const navigate = useNavigate();
  const key = typedKey ?? keyOf(draft.name);
  const create = useSave({
    save: () => ask(api.v1.funnels.$post({ json: { key, config: draft } })),
    touches: ["funnels", "audit"],
    said: "Kept as a draft. Nobody is asked anything before you start it.",
    isQuiet: true,
    onSaved: ({ id }) =>
      navigate({
        to: "/funnels/$funnelId",
        params: { funnelId: id },
        search: { tab: "setup" },
        ignoreBlocker: true,
      }),
  });
  const problemAt = fieldProblems(create.error);
  const missing = missingIn(draft);
  return (
    <Page title={draft.name.trim() === "" ? "New funnel" : draft.name} back={BACK}>
      <LeaveGuard isDirty={draft !== begun} />
      <Stack gap="lg">
        {create.error !== null && <ProblemNote problem={create.error} title="This could not be saved" />}
        <FunnelForm
          draft={draft}
          onChange={setDraft}
          funnelKey={key === "" ? null : key}
          problems={[]}
          problemAt={problemAt}
        />
        <TextInput
          label="Key"
          description="Flows set a category of this name. It cannot be changed later."
          value={key}
          maxLength={40}
          maw={320}
          onChange={({ currentTarget: { value } }) => setTypedKey(keyOf(value))}
          error={problemAt("key")}
        />
        <Group>
          <Button
            disabled={missing.length > 0 || key === ""}
            loading={create.isPending}
            onClick={() => create.mutate()}
          >
            Save as a draft
          </Button>
          <Text size="sm" c="dimmed" role="status">
            {missing.length > 0 && `Still to choose: ${missing.join(", ")}.`}
          </Text>
        </Group>
      </Stack>
    </Page>
  );
}
