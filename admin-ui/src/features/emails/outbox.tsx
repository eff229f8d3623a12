// Every e-mail, newest first, by what became of it.
import { Stack, Text } from "@mantine/core";
import { IconMail } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { present } from "../../data/search.ts";
import { usePages } from "../../data/use-pages.ts";
import { DataTable } from "../../ui/data-table.tsx";
import type { Column } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { AnchorLink, ButtonLink } from "../../ui/links.tsx";
import { When } from "../../ui/when.tsx";
import { FilterSelect } from "../../ui/filter-select.tsx";
import { STATES } from "./choices.ts";
import { readEmails } from "./questions.ts";
import type { Summary } from "./questions.ts";
import { StateBadge } from "./state-badge.tsx";
import { STATE_WORDS, tellKind } from "./words.ts";

const COLUMNS: readonly Column<Summary>[] = [
  { key: "at", label: "At", show: ({ createdAt }) => <When at={createdAt} /> },
  {
    key: "subject",
    label: "Subject",
    show: (email) => <Subject email={email} />,
  },
  { key: "kind", label: "What", show: ({ kind }) => tellKind(kind) },
  {
    key: "to",
    label: "To",
    show: ({ to }) => (
      // An address of usual length stays in one line.
      <Text size="sm" miw={{ sm: "14rem" }} className="wrap-anywhere">
        {to === "" ? "Not kept" : to}
      </Text>
    ),
  },
  {
    key: "state",
    label: "Became",
    show: ({ state, reason }) => (
      <Stack gap={2} align="flex-start">
        <StateBadge state={state} />
        {reason !== null && (
          <Text size="xs" c="dimmed" className="wrap-anywhere">
            {reason}
          </Text>
        )}
      </Stack>
    ),
  },
];

function Subject({ email: { id, subject, kind } }: { readonly email: Summary }) {
  const { state } = useSearch({ from: "/emails" });
  return (
    <AnchorLink to="/emails" search={present({ state, open: id })} className="wrap-anywhere">
      {subject === "" ? `${tellKind(kind)}, whose words are no longer kept` : subject}
    </AnchorLink>
  );
}

/** `queued` and `sending` read the same. */
const CHOICES = STATES.filter((state) => state !== "sending").map((value) => ({
  value,
  label: STATE_WORDS[value].label,
}));

export function Outbox() {
  const { state } = useSearch({ from: "/emails" });
  const navigate = useNavigate({ from: "/emails" });
  const pages = usePages(["emails", "outbox", state], (cursor) => readEmails(state, cursor));
  return (
    <>
      <FilterSelect
        label="Became"
        any="Anything"
        choices={CHOICES}
        value={state}
        onChange={(next) =>
          void navigate({ search: (before) => ({ ...before, state: next }), replace: true })
        }
      />
      <DataTable
        label="E-mails"
        pages={pages}
        columns={COLUMNS}
        keyOf={({ id }) => id}
        empty={
          state === undefined ? (
            <EmptyState
              icon={IconMail}
              title="No e-mail has gone out yet"
              action={
                <ButtonLink to="/digests" search={{ open: "new" }}>
                  Send somebody a digest
                </ButtonLink>
              }
            >
              Digests, voicemails, reminders and alarms are listed here once they go.
            </EmptyState>
          ) : (
            <EmptyState icon={IconMail} title="None like that">
              Of all e-mails, none is in this state.
            </EmptyState>
          )
        }
      />
    </>
  );
}
