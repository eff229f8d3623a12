// A draft's form: three choices and the rest below them; beside it what it would come to.
import { Card, Fieldset, Grid, Group, Stack, Text, TextInput } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";
import { useLines } from "../../../data/choices.ts";
import { fieldProblems } from "../../../data/field-problems.ts";
import { useMay } from "../../../data/use-session.ts";
import { LeaveGuard } from "../../../ui/leave-guard.tsx";
import { LookingOn } from "../../../ui/looking-on.tsx";
import { BackLink } from "../../../ui/links.tsx";
import { OvertakenNote } from "../../../ui/overtaken-note.tsx";
import { Page } from "../../../ui/page.tsx";
import { ProblemNote } from "../../../ui/problem-note.tsx";
import type { Campaign } from "../questions.ts";
import { listed } from "../words.ts";
import { StateBadge } from "../state-badge.tsx";
import { missingIn, newDraft, put, putVariant } from "./draft.ts";
import type { Content } from "./draft.ts";
import { DraftMenu } from "./draft-menu.tsx";
import { Forecasting } from "./forecasting.tsx";
import { LineField } from "./line-field.tsx";
import { MoreOptions } from "./more-options.tsx";
import { SaveState } from "./save-state.tsx";
import { useSuggestedName } from "./use-suggested-name.ts";
import { isConflict, useDraft } from "./use-draft.ts";
import { WhatField } from "./what-field.tsx";
import { WhenField } from "./when-field.tsx";
import { WhoField } from "./who-field.tsx";

export interface DraftFormProps {
  /** null: not kept yet. */
  readonly campaign: Campaign | null;
  /** What a new one begins with. */
  readonly kind: Content["kind"];
  readonly onCreated: (id: string) => void;
}

export function DraftForm({ campaign, kind, onCreated }: DraftFormProps) {
  const navigate = useNavigate();
  const mayEdit = useMay("editor");
  const { flow, template, segment } = useSearch({ strict: false });
  const created = useCallback(
    async ({ id }: Campaign) => {
      onCreated(id);
      // It is this very form that goes on under the address: nothing is left.
      await navigate({
        to: "/campaigns/$campaignId",
        params: { campaignId: id },
        replace: true,
        ignoreBlocker: true,
      });
    },
    [navigate, onCreated],
  );
  const drafting = useDraft(newDraft({ flow, template, segment, kind }), campaign, created);
  const { draft, kept, edit, problem } = drafting;
  const problemAt = fieldProblems(problem);
  const { data: known = [] } = useLines();
  // Visitors begin web chats themselves.
  const lines = known.filter(({ channel }) => channel !== "chat");
  const missing = missingIn(draft);
  useSuggestedName(drafting);
  return (
    <Page
      title={draft.name.trim() === "" ? "New campaign" : draft.name}
      back={<BackLink to="/campaigns">Campaigns</BackLink>}
      lead={
        <Group gap="xs">
          <StateBadge state="draft" />
          <SaveState drafting={drafting} missing={missing} />
        </Group>
      }
      actions={kept !== null && mayEdit && <DraftMenu id={kept.id} />}
    >
      <LeaveGuard
        isDirty={drafting.isDirty}
        keep={drafting.flush}
        isHere={(path) => path === `/campaigns/${kept?.id}`}
      />
      {isConflict(problem) ? (
        <OvertakenNote what="this draft" onTakeTheirs={drafting.takeTheirs} onKeepMine={drafting.keepMine} />
      ) : (
        problem !== null && (
          <ProblemNote problem={problem} title="This could not be saved" retry={drafting.flush} />
        )
      )}
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <LookingOn />
          <Fieldset variant="unstyled" disabled={!mayEdit}>
            <Stack gap="lg">
              <WhatField
                content={draft.variants[0]?.content ?? { kind: "template", template: "" }}
                onChange={(content) => edit((now) => putVariant(now, 0, { content }))}
                problem={problemAt("variants")}
              />
              <WhoField
                audience={draft.audience}
                onChange={(audience) => edit((now) => put(now, "audience", audience))}
                problem={problemAt("audience")}
              />
              <LineField
                label="From which line"
                lines={lines}
                value={draft.lineId}
                onChange={(lineId) => edit((now) => put(now, "lineId", lineId))}
                problem={problemAt("lineId")}
              />
              <TextInput
                label="Name"
                description="For you and your colleagues; nobody else sees it."
                value={draft.name}
                maxLength={120}
                onChange={({ currentTarget: { value } }) => edit((now) => put(now, "name", value))}
                error={problemAt("name")}
              />
              <WhenField
                startAt={draft.startAt}
                onChange={(startAt) => edit((now) => put(now, "startAt", startAt))}
              />
              <MoreOptions drafting={drafting} lines={lines} problemAt={problemAt} />
            </Stack>
          </Fieldset>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Card
            withBorder
            padding="lg"
            pos={{ md: "sticky" }}
            top={80}
            component="section"
            aria-label="What it comes to"
          >
            {kept === null ? (
              <Stack gap="xs">
                <Text fw={600}>What it comes to</Text>
                <Text size="sm" c="dimmed">
                  Once you have chosen {listed(missing)}, you see here how many people get it, what three of
                  them would read, what it costs and when all of it is sent.
                </Text>
              </Stack>
            ) : (
              <Forecasting drafting={drafting} id={kept.id} revision={kept.revision} />
            )}
          </Card>
        </Grid.Col>
      </Grid>
    </Page>
  );
}
