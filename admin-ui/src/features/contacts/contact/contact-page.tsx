// One person: all that was said with them, who they are, and what they agreed to.
import { Alert, Group, Skeleton, Stack, Tabs } from "@mantine/core";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { addressOf, callOf } from "../../../data/contact-rows.ts";
import { AnchorLink, BackLink } from "../../../ui/links.tsx";
import { Page } from "../../../ui/page.tsx";
import { ProblemNote } from "../../../ui/problem-note.tsx";
import { Standings } from "../../../ui/standings.tsx";
import { ContactActions } from "./contact-actions.tsx";
import { ConsentTab } from "./consent-tab.tsx";
import { ProfileTab } from "./profile-tab.tsx";
import { useContact } from "./questions.ts";
import type { Contact } from "./questions.ts";
import { TalkTab } from "./talk-tab.tsx";
import { TABS } from "./tabs.ts";
import "./contact.css";

export function ContactPage() {
  const { contactId } = useParams({ from: "/contacts/$contactId" });
  const { data, error, refetch } = useContact(contactId);
  const back = <BackLink to="/contacts">Contacts</BackLink>;
  if (data === undefined)
    return (
      <Page title={error === null ? <Skeleton h={28} w={220} /> : "Contact"} back={back}>
        {error === null ? <Skeleton h={420} aria-hidden /> : <ProblemNote problem={error} retry={refetch} />}
      </Page>
    );
  return (
    <Page
      title={data.erasedAt === null ? callOf(data) : "Somebody who was forgotten"}
      back={back}
      lead={<Lead contact={data} />}
      actions={<ContactActions contact={data} />}
    >
      <Stack gap="md">
        <Gone contact={data} />
        <Parts contact={data} />
      </Stack>
    </Page>
  );
}

function Lead({ contact: { name, addresses } }: { readonly contact: Contact }) {
  return (
    <Group gap="xs">
      {name !== null && <span>{addressOf(addresses[0])}</span>}
      <Standings addresses={addresses} />
    </Group>
  );
}

function Parts({ contact }: { readonly contact: Contact }) {
  const { tab = "messages" } = useSearch({ from: "/contacts/$contactId" });
  const navigate = useNavigate({ from: "/contacts/$contactId" });
  const choose = (value: string | null) =>
    void navigate({
      search: (before) => ({ ...before, tab: TABS.find((one) => one === value && one !== "messages") }),
    });
  return (
    <Tabs value={tab} onChange={choose} keepMounted={false}>
      <Tabs.List>
        <Tabs.Tab value="messages">Messages</Tabs.Tab>
        <Tabs.Tab value="profile">Profile</Tabs.Tab>
        <Tabs.Tab value="consent">Consent</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="messages" pt="md">
        <TalkTab contact={contact} />
      </Tabs.Panel>
      <Tabs.Panel value="profile" pt="md">
        <ProfileTab contact={contact} />
      </Tabs.Panel>
      <Tabs.Panel value="consent" pt="md">
        <ConsentTab contact={contact} />
      </Tabs.Panel>
    </Tabs>
  );
}

function Gone({ contact: { erasedAt, mergedInto } }: { readonly contact: Contact }) {
  if (mergedInto !== null)
    return (
      <Alert color="blue" title="Merged into another contact">
        <AnchorLink to="/contacts/$contactId" params={{ contactId: mergedInto }}>
          Go to that contact
        </AnchorLink>
      </Alert>
    );
  if (erasedAt === null) return null;
  return (
    <Alert color="gray" title="Forgotten">
      What they said and who they were is gone. That something happened is still counted, and a wish to hear
      nothing from us stays.
    </Alert>
  );
}
