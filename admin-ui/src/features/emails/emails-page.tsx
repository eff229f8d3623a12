// E-mails: what went out, what became of it, and who gets no more.
import { Button, Stack, Tabs } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { present } from "../../data/search.ts";
import { useMay } from "../../data/use-session.ts";
import { Page } from "../../ui/page.tsx";
import { VIEWS } from "./choices.ts";
import { EmailPage } from "./email-page.tsx";
import { Outbox } from "./outbox.tsx";
import { SendTest } from "./send-test.tsx";
import { Suppressions } from "./suppressions.tsx";

export function EmailsPage() {
  const { open } = useSearch({ from: "/emails" });
  return open === undefined ? <AllEmails /> : <EmailPage id={open} />;
}

function AllEmails() {
  const { view = "outbox" } = useSearch({ from: "/emails" });
  const navigate = useNavigate({ from: "/emails" });
  const isOwner = useMay("owner");
  const [isTesting, testing] = useDisclosure();
  return (
    <Page
      title="E-mails"
      lead="Digests, voicemails, reminders and alarms: what went out, and what became of it."
      actions={
        isOwner && (
          <Button variant="default" onClick={testing.open}>
            Send a test
          </Button>
        )
      }
    >
      <Tabs
        value={view}
        onChange={(to) =>
          void navigate({ search: present({ view: VIEWS.find((each) => each === to && each !== "outbox") }) })
        }
        keepMounted={false}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="outbox">Outbox</Tabs.Tab>
          <Tabs.Tab value="suppressed">Addresses that get no more</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="outbox">
          <Stack>
            <Outbox />
          </Stack>
        </Tabs.Panel>
        <Tabs.Panel value="suppressed">
          <Suppressions />
        </Tabs.Panel>
      </Tabs>
      {isOwner && <SendTest isOpen={isTesting} onClose={testing.close} />}
    </Page>
  );
}
