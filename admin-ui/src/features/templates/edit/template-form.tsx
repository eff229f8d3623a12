// A template being written: its words by channel and language, what it prints, and what people would read beside it.
import { Button, Fieldset, Grid, Group, Stack, Tabs, TextInput } from "@mantine/core";
import { useLocation, useNavigate, useSearch } from "@tanstack/react-router";
import { checkMessageTemplate } from "#core/message-template/check";
import { fieldProblems } from "../../../data/field-problems.ts";
import { toProblem } from "../../../data/problem.ts";
import { useMay } from "../../../data/use-session.ts";
import { LeaveGuard } from "../../../ui/leave-guard.tsx";
import { ProblemNote } from "../../../ui/problem-note.tsx";
import { LookingOn } from "../../../ui/looking-on.tsx";
import { Previews } from "../preview/previews.tsx";
import type { Template } from "../questions.ts";
import { hasWords } from "./change-template.ts";
import { Findings } from "./findings.tsx";
import { PlaceholderTable } from "./placeholder-table.tsx";
import { TextWords } from "./text-words.tsx";
import { useDraft } from "./use-draft.ts";
import { WhatsappWords } from "./whatsapp-words.tsx";

/** `template` null: a new one. */
export function TemplateForm({ template }: { readonly template: Template | null }) {
  const { channel = "sms" } = useSearch({ from: "/templates/$templateId" });
  const navigate = useNavigate({ from: "/templates/$templateId" });
  const { pathname } = useLocation();
  const mayEdit = useMay("editor");
  const draft = useDraft(template, (id) =>
    navigate({ to: "/templates/$templateId", params: { templateId: id }, ignoreBlocker: true }),
  );
  const { name, document, error } = draft;
  const problemAt = fieldProblems(error);
  const findings = checkMessageTemplate(document);
  const isEmpty = !hasWords(document);
  return (
    <Grid gap="xl">
      {/* Whose message is shown beside it, and for which channel, is in the address as well. */}
      <LeaveGuard isDirty={draft.isDirty} isHere={(path) => path === pathname} />
      <Grid.Col span={{ base: 12, md: 7 }}>
        <Stack gap="lg">
          <LookingOn />
          <Fieldset variant="unstyled" disabled={!mayEdit}>
            <TextInput
              label="Name"
              description="For your own lists: nobody who gets the message sees it."
              required
              maxLength={120}
              value={name}
              onChange={({ currentTarget }) => draft.setName(currentTarget.value)}
              error={problemAt("name") ?? problemAt("slug")}
            />
          </Fieldset>
          <Tabs
            value={channel}
            onChange={(wanted) =>
              void navigate({
                search: (before) => ({
                  ...before,
                  channel: wanted === "whatsapp" ? "whatsapp" : undefined,
                }),
                replace: true,
              })
            }
            keepMounted={false}
          >
            <Tabs.List mb="md">
              <Tabs.Tab value="sms">SMS</Tabs.Tab>
              <Tabs.Tab value="whatsapp">WhatsApp</Tabs.Tab>
            </Tabs.List>
            <Fieldset variant="unstyled" disabled={!mayEdit}>
              <Tabs.Panel value="sms">
                <TextWords document={document} findings={findings} onChange={draft.setDocument} />
              </Tabs.Panel>
              <Tabs.Panel value="whatsapp">
                <WhatsappWords document={document} findings={findings} onChange={draft.setDocument} />
              </Tabs.Panel>
            </Fieldset>
          </Tabs>
          <Fieldset variant="unstyled" disabled={!mayEdit}>
            <PlaceholderTable document={document} onChange={draft.setDocument} />
          </Fieldset>
          <Findings findings={findings.filter(({ place }) => place === "")} />
        </Stack>
        {error !== null && (
          <Stack gap="xs" mt="lg">
            <ProblemNote problem={error} title="The template is not saved" />
            {toProblem(error).code === "conflict" && template !== null && (
              <Group>
                <Button variant="default" onClick={() => void draft.takeTheirs()}>
                  Show theirs, and drop mine
                </Button>
              </Group>
            )}
          </Stack>
        )}
        {mayEdit && (
          <Group mt="lg">
            <Button
              onClick={draft.save}
              loading={draft.isSaving}
              disabled={!draft.isDirty || isEmpty || name.trim() === ""}
            >
              Save
            </Button>
            {draft.isDirty && template !== null && (
              <Button variant="default" onClick={draft.reset}>
                Undo my changes
              </Button>
            )}
          </Group>
        )}
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 5 }}>
        <Previews document={document} channel={channel} isEmpty={isEmpty} />
      </Grid.Col>
    </Grid>
  );
}
