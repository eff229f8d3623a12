// Messages left on the machine: those nobody heard yet first.
import { Alert, Skeleton, Stack, Text } from "@mantine/core";
import { IconEarOff, IconMailbox } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { present } from "../../data/search.ts";
import { useMay, useSession } from "../../data/use-session.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { BackLink, ButtonLink } from "../../ui/links.tsx";
import { Page } from "../../ui/page.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { GroupFilter } from "../../ui/group-filter.tsx";
import { Message } from "./message.tsx";
import { MessageList } from "./message-list.tsx";
import { voicemailQuery } from "./questions.ts";

export function VoicemailsPage() {
  const { group, open } = useSearch({ from: "/voicemails" });
  return open === undefined ? <AllMessages group={group} /> : <OneMessage id={open} />;
}

function AllMessages({ group }: { readonly group: string | undefined }) {
  const navigate = useNavigate({ from: "/voicemails" });
  return (
    <Page title="Voicemails" lead="What callers said when nobody could take their call.">
      <NotForViewers />
      <GroupFilter
        value={group}
        onChange={(id) => void navigate({ search: present({ group: id }), replace: true })}
      />
      <MessageList
        title="Not heard yet"
        group={group}
        isHeard={false}
        empty={
          <EmptyState
            icon={IconMailbox}
            title="Nothing waits to be heard"
            action={
              <ButtonLink to="/calls" variant="default">
                See the calls
              </ButtonLink>
            }
          >
            When nobody takes a call, the caller is asked for a message. It appears here, and is e-mailed to
            whom the group names.
          </EmptyState>
        }
      />
      <MessageList
        title="Heard"
        group={group}
        isHeard
        empty={
          <Text size="sm" c="dimmed">
            Messages that were heard move down here.
          </Text>
        }
      />
    </Page>
  );
}

function OneMessage({ id }: { readonly id: string }) {
  const { data, error, refetch } = useQuery(voicemailQuery(id));
  return (
    <Page title="Voicemail" back={<BackLink to="/voicemails">All voicemails</BackLink>}>
      <Stack>
        <NotForViewers />
        {data !== undefined && <Message voicemail={data} />}
        {data === undefined &&
          (error === null ? <Skeleton h={180} /> : <ProblemNote problem={error} retry={refetch} />)}
      </Stack>
    </Page>
  );
}

function NotForViewers() {
  const session = useSession();
  const mayHear = useMay("editor");
  if (mayHear || session.data === undefined) return null;
  return (
    <Alert
      icon={<IconEarOff aria-hidden />}
      color="gray"
      title="You see that there are messages, not what they say"
    >
      Only editors and owners hear and read what was said. Ask an owner if you need to.
    </Alert>
  );
}
