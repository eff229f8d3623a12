// Who waits for a person: the list, and the conversation that is open beside it; on a phone one after the other.
import { Group, SegmentedControl, Text } from "@mantine/core";
import { IconMoodHappy } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ButtonLink } from "../../ui/links.tsx";
import { Page } from "../../ui/page.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { readKey } from "../../data/conversation-key.ts";
import { OpenPane } from "./open-pane.tsx";
import { useWaiting } from "../../data/waiting.ts";
import type { Whose } from "../../data/waiting.ts";
import { WaitingList } from "./waiting-list.tsx";
import "./inbox.css";

export function InboxPage() {
  const { conversation, whose } = useSearch({ from: "/inbox" });
  const navigate = useNavigate({ from: "/inbox" });
  const pages = useWaiting(whose);
  const open = readKey(conversation);
  const isEmpty = !pages.isWaiting && pages.problem === null && pages.rows.length === 0;
  const choose = (value: string) =>
    void navigate({
      search: (before) => ({ ...before, whose: value === "all" ? undefined : (value as Whose) }),
    });
  return (
    <Page
      title="Inbox"
      actions={
        <SegmentedControl
          size="xs"
          aria-label="Whose conversations"
          value={whose ?? "all"}
          onChange={choose}
          data={[
            { value: "all", label: "All" },
            { value: "me", label: "Yours" },
            { value: "nobody", label: "Nobody’s" },
          ]}
        />
      }
    >
      {isEmpty && open === null ? (
        <Nobody whose={whose} />
      ) : (
        <div className="inbox" data-open={open !== null}>
          <div className="inbox-list">
            {pages.problem !== null && <ProblemNote problem={pages.problem} retry={pages.retry} />}
            <WaitingList pages={pages} open={conversation} />
          </div>
          <div className="inbox-pane">
            {open === null ? (
              <Group justify="center" py={80}>
                <Text c="dimmed">Choose somebody from the list.</Text>
              </Group>
            ) : (
              <OpenPane place={open} key={conversation} />
            )}
          </div>
        </div>
      )}
    </Page>
  );
}

function Nobody({ whose }: { readonly whose: Whose }) {
  if (whose !== undefined)
    return (
      <EmptyState
        icon={IconMoodHappy}
        title={whose === "me" ? "Nobody waits for you" : "Everybody who waits is with somebody"}
        action={
          <ButtonLink to="/inbox" variant="default">
            Show all
          </ButtonLink>
        }
      />
    );
  return (
    <EmptyState
      icon={IconMoodHappy}
      title="Nobody waits for you"
      action={
        <ButtonLink to="/flows" variant="default">
          Go to flows
        </ButtonLink>
      }
    >
      Whoever asks for a person in a flow, or writes what no flow understands, appears here by themselves.
    </EmptyState>
  );
}
