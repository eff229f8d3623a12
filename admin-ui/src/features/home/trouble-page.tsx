// Everything of the last week that did not arrive, or of which nobody knows, and nobody saw to yet.
import { Button, Paper, Skeleton, Stack } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { api, ask } from "../../data/api.ts";
import { useNow } from "../../data/use-now.ts";
import { usePages } from "../../data/use-pages.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { BackLink, ButtonLink } from "../../ui/links.tsx";
import { Page } from "../../ui/page.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import "./home.css";
import { TroubledMessage } from "./troubled-message.tsx";

const readTrouble = (cursor: string | undefined) =>
  ask(api.v1.home.trouble.$get({ query: cursor === undefined ? {} : { cursor } }));

export function TroublePage() {
  return (
    <Page
      title="Did not arrive"
      lead="Messages of the last week that failed, or of which nobody knows. Those of campaigns are told on the campaign's page."
      back={<BackLink to="/">Home</BackLink>}
    >
      <Messages />
    </Page>
  );
}

function Messages() {
  const now = useNow();
  const pages = usePages(["conversations", "trouble"], readTrouble);
  if (pages.problem !== null && pages.rows.length === 0)
    return <ProblemNote problem={pages.problem} retry={pages.retry} />;
  if (pages.isWaiting) return <Skeleton h={280} aria-hidden />;
  if (pages.rows.length === 0)
    return (
      <EmptyState
        icon={IconCircleCheck}
        title="Everything arrived"
        action={
          <ButtonLink to="/" variant="default">
            Back to Home
          </ButtonLink>
        }
      >
        Or somebody has seen to it already.
      </EmptyState>
    );
  return (
    <Stack>
      <Paper withBorder>
        <ul className="matters" aria-label="What did not arrive">
          {pages.rows.map((message) => (
            <TroubledMessage key={message.id} message={message} now={now} />
          ))}
        </ul>
      </Paper>
      {pages.hasMore && (
        <Button
          variant="default"
          loading={pages.isReadingMore}
          onClick={() => void pages.readMore()}
          className="more"
        >
          Show more
        </Button>
      )}
    </Stack>
  );
}
