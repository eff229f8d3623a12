// One call: who, when, and its story line by line.
import { Button, Group, Skeleton, Stack, Text, Timeline } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconBan } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { sayDuration } from "#core/helpline/duration";
import { useMay } from "../../data/use-session.ts";
import { BackLink, ButtonLink } from "../../ui/links.tsx";
import { Page } from "../../ui/page.tsx";
import { nameOf, PersonName } from "../../ui/person-name.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { When } from "../../ui/when.tsx";
import { BlockCaller } from "./block-caller.tsx";
import { OutcomeBadge } from "./outcome-badge.tsx";
import { callQuery } from "./questions.ts";
import type { Call } from "./questions.ts";
import { asSentence, secondsOf } from "./words.ts";

const back = <BackLink to="/calls">Calls</BackLink>;

export function CallPage() {
  const { callId } = useParams({ from: "/calls/$callId" });
  const { data: call, error, refetch } = useQuery(callQuery(callId));
  if (call === undefined)
    return (
      <Page title="Call" back={back}>
        {error === null ? <Skeleton h={240} /> : <ProblemNote problem={error} retry={refetch} />}
      </Page>
    );
  return <Told call={call} />;
}

function Told({ call }: { readonly call: Call }) {
  const mayEdit = useMay("editor");
  const [isBlocking, blocking] = useDisclosure();
  const { caller, voicemailId } = call;
  const number = mayEdit && caller?.kind === "phone" ? caller.address : null;
  const seconds = secondsOf(call);
  return (
    <Page
      title={`Call from ${nameOf(caller, "somebody who withheld their number")}`}
      back={back}
      actions={
        <>
          {mayEdit && voicemailId !== null && (
            <ButtonLink to="/voicemails" search={{ open: voicemailId }} variant="default">
              Hear the message
            </ButtonLink>
          )}
          {number !== null && (
            <Button variant="default" leftSection={<IconBan size={16} aria-hidden />} onClick={blocking.open}>
              Block this caller
            </Button>
          )}
        </>
      }
    >
      <Group gap="xl" align="flex-start">
        <Fact label="Came to">
          <OutcomeBadge call={call} />
        </Fact>
        <Fact label="Caller">
          <PersonName person={caller} />
        </Fact>
        <Fact label="Group">{call.helplineName ?? "A group that is gone"}</Fact>
        <Fact label="Number called">{call.number}</Fact>
        <Fact label="Began">
          <When at={call.startedAt} />
        </Fact>
        <Fact label="Length">{seconds === null ? "under way" : sayDuration(seconds)}</Fact>
        {call.answeredBy !== null && (
          <Fact label="Answered by">{call.answeredBy.name ?? "Somebody who left"}</Fact>
        )}
      </Group>
      <Timeline
        active={call.story.length}
        bulletSize={14}
        lineWidth={2}
        aria-label="What happened"
        role="list"
      >
        {call.story.map(({ at, text }, index) => (
          <Timeline.Item key={index} title={asSentence(text)} role="listitem">
            <Text size="xs" c="dimmed">
              <When at={at} show="time" />
            </Text>
          </Timeline.Item>
        ))}
      </Timeline>
      {call.story.length === 0 && <Text c="dimmed">Nothing is known of it yet.</Text>}
      {number !== null && (
        <BlockCaller
          helplineId={call.helplineId}
          number={number}
          isOpen={isBlocking}
          onClose={blocking.close}
        />
      )}
    </Page>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <Stack gap={2}>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text component="div" size="sm">
        {children}
      </Text>
    </Stack>
  );
}
