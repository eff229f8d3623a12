// One e-mail: what became of it, step by step, and what it said.
import { Button, Group, Skeleton, Stack, Text, Timeline, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { present } from "../../data/search.ts";
import { useSave } from "../../data/use-save.ts";
import { useMay } from "../../data/use-session.ts";
import { BackLink } from "../../ui/links.tsx";
import { MailFrame } from "../../ui/mail-frame.tsx";
import { Page } from "../../ui/page.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { When } from "../../ui/when.tsx";
import { emailQuery, sendAgain } from "./questions.ts";
import type { Email } from "./questions.ts";
import { StateBadge } from "./state-badge.tsx";
import { mayGoAgain, STATE_WORDS, tellKind, tellStep } from "./words.ts";

function Back() {
  const { view, state } = useSearch({ from: "/emails" });
  return (
    <BackLink to="/emails" search={present({ view, state })}>
      E-mails
    </BackLink>
  );
}

const back = <Back />;

export function EmailPage({ id }: { readonly id: string }) {
  const { data, error, refetch } = useQuery(emailQuery(id));
  if (data === undefined)
    return (
      <Page title="E-mail" back={back}>
        {error === null ? <Skeleton h={320} /> : <ProblemNote problem={error} retry={refetch} />}
      </Page>
    );
  return <OneEmail email={data} />;
}

function OneEmail({ email }: { readonly email: Email }) {
  const { id, kind, subject, to, state, reason, history, html, attachments, createdAt, nextTryAt } = email;
  // We say that it was sent, and so does Resend.
  const steps = history.filter(
    (step, index) => step.detail !== null || step.state !== history[index - 1]?.state,
  );
  const mayEdit = useMay("editor");
  const again = useSave({ save: () => sendAgain(id), touches: ["emails"], said: "It is on its way again." });
  return (
    <Page
      title={subject === "" ? tellKind(kind) : subject}
      lead={
        <>
          {tellKind(kind)} to {to === "" ? "an address that is no longer kept" : to}, <When at={createdAt} />
        </>
      }
      back={back}
      actions={
        mayEdit &&
        mayGoAgain(state) && (
          <Button loading={again.isPending} onClick={() => again.mutate()}>
            Send it again
          </Button>
        )
      }
    >
      <Stack gap="xs">
        <Group gap="sm">
          <StateBadge state={state} />
          <Text>{STATE_WORDS[state].means}</Text>
        </Group>
        {reason !== null && <Text size="sm">{reason}</Text>}
        {nextTryAt !== null && (
          <Text size="sm" c="dimmed">
            Tried again <When at={nextTryAt} />
          </Text>
        )}
      </Stack>
      {steps.length > 0 && (
        <Timeline
          active={steps.length}
          bulletSize={14}
          lineWidth={2}
          role="list"
          aria-label="What became of it"
        >
          {steps.map((step, index) => (
            <Timeline.Item key={index} title={tellStep(step.state)} role="listitem">
              <Text size="xs" c="dimmed" className="wrap-anywhere">
                <When at={step.at} />
                {step.detail !== null && ` · ${step.detail}`}
              </Text>
            </Timeline.Item>
          ))}
        </Timeline>
      )}
      <Stack gap="xs" component="section" aria-label="What it said">
        <Title order={2} size="h4">
          What it said
        </Title>
        {attachments.length > 0 && (
          <Text size="sm" c="dimmed">
            With {attachments.map(({ name }) => name).join(", ")}
          </Text>
        )}
        {html === null ? (
          <Text c="dimmed">{tellHidden(kind, mayEdit)}</Text>
        ) : (
          <MailFrame title={`The e-mail: ${subject}`} html={html} />
        )}
      </Stack>
    </Page>
  );
}

function tellHidden(kind: string, mayEdit: boolean): string {
  if (kind === "sign-in") return "A link to sign in is shown to nobody but whom it was sent to.";
  return mayEdit ? "Its words are no longer kept." : "Only editors and owners read e-mails.";
}
