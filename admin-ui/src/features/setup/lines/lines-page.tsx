// Our own addresses: numbers for texts, WhatsApp senders, chats on the web.
import { Text } from "@mantine/core";
import { IconDeviceMobile } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { api, ask } from "../../../data/api.ts";
import { listQuery } from "../../../data/list-query.ts";
import { languageName } from "../../../data/languages.ts";
import { usePages } from "../../../data/use-pages.ts";
import { useMay } from "../../../data/use-session.ts";
import { AlsoSwitch } from "../../../ui/also-switch.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import type { Column } from "../../../ui/data-table.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { AnchorLink, BackLink, ButtonLink } from "../../../ui/links.tsx";
import { RowName } from "../../../ui/row-name.tsx";
import { Page } from "../../../ui/page.tsx";
import { CHANNEL_WORDS } from "./sender-words.ts";

const readLines = (query: { readonly cursor?: string; readonly archived?: string }) =>
  ask(api.v1.lines.$get({ query }));
export type LineRow = Awaited<ReturnType<typeof readLines>>["data"][number];

const COLUMNS: readonly Column<LineRow>[] = [
  {
    key: "name",
    label: "Name",
    show: ({ id, name, archivedAt }) => (
      <RowName mark={archivedAt === null ? null : "Put away"}>
        <AnchorLink to="/setup/lines/$lineId" params={{ lineId: id }} fw={600} className="wrap-anywhere">
          {name}
        </AnchorLink>
      </RowName>
    ),
  },
  { key: "channel", label: "Kind", show: ({ channel }) => CHANNEL_WORDS[channel] },
  {
    key: "address",
    label: "Address",
    show: ({ address }) => <span className="wrap-anywhere">{address}</span>,
  },
  { key: "language", label: "Speaks first", show: ({ language }) => languageName(language) },
  { key: "zone", label: "By the clock of", show: ({ zone }) => zone.replaceAll("_", " ") },
];

export function LinesPage() {
  const { archived } = useSearch({ from: "/setup/lines" });
  const navigate = useNavigate({ from: "/setup/lines" });
  const mayEdit = useMay("editor");
  const pages = usePages(["lines", "list", archived], (cursor) => readLines(listQuery({ cursor, archived })));
  const add = mayEdit && <ButtonLink to="/setup/lines/new">New line</ButtonLink>;
  return (
    <Page
      title="Lines"
      lead="Where people reach you: each line has its own hours, prices and first words."
      back={<BackLink to="/setup">Setup</BackLink>}
      actions={pages.rows.length > 0 && add}
    >
      <AlsoSwitch
        label="Also those put away"
        isOn={archived}
        onChange={(archived) =>
          void navigate({ search: (before) => ({ ...before, archived }), replace: true })
        }
      />
      <DataTable
        label="Lines"
        pages={pages}
        columns={COLUMNS}
        keyOf={({ id }) => id}
        empty={
          <EmptyState icon={IconDeviceMobile} title="No line yet" action={add}>
            <Text>
              A line is a number, a WhatsApp sender or a web chat of yours. People write to it, and flows
              answer.
            </Text>
          </EmptyState>
        }
      />
    </Page>
  );
}
