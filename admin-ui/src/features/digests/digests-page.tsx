// Digests: who gets an e-mail about each day or week, when, and of what.
import { Badge, Text } from "@mantine/core";
import { IconNews } from "@tabler/icons-react";
import { useSearch } from "@tanstack/react-router";
import { isNone, usePages } from "../../data/use-pages.ts";
import { useMay } from "../../data/use-session.ts";
import { DataTable } from "../../ui/data-table.tsx";
import type { Column } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { AnchorLink, ButtonLink } from "../../ui/links.tsx";
import { Page } from "../../ui/page.tsx";
import { When } from "../../ui/when.tsx";
import { DigestPage, NewDigest } from "./digest-page.tsx";
import { readDigests } from "./questions.ts";
import type { Digest } from "./questions.ts";
import { tellSchedule, tellSections } from "./words.ts";

const COLUMNS: readonly Column<Digest>[] = [
  {
    key: "email",
    label: "To",
    show: ({ id, email }) => (
      <AnchorLink to="/digests" search={{ open: id }} className="wrap-anywhere">
        {email}
      </AnchorLink>
    ),
  },
  { key: "when", label: "When", show: tellSchedule },
  { key: "what", label: "About", show: tellSections },
  {
    key: "next",
    label: "Next",
    show: ({ nextAt, zone }) =>
      nextAt === null ? (
        <Badge variant="light" color="orange" tt="none">
          Unsubscribed
        </Badge>
      ) : (
        <When at={nextAt} zone={zone} />
      ),
  },
];

export function DigestsPage() {
  const { open } = useSearch({ from: "/digests" });
  if (open === "new") return <NewDigest />;
  return open === undefined ? <AllDigests /> : <DigestPage id={open} />;
}

function AllDigests() {
  const mayEdit = useMay("editor");
  const pages = usePages(["digests", "list"], readDigests);
  const action = mayEdit && (
    <ButtonLink to="/digests" search={{ open: "new" }}>
      New digest
    </ButtonLink>
  );
  return (
    <Page
      title="Digests"
      lead="An e-mail about each day or week: what happened, and what waits for somebody."
      actions={!isNone(pages) && action}
    >
      <DataTable
        label="Digests"
        pages={pages}
        columns={COLUMNS}
        keyOf={({ id }) => id}
        empty={
          <EmptyState icon={IconNews} title="Nobody gets a digest yet" action={action}>
            <Text span>Whoever gets one knows every morning what happened, without looking here.</Text>
          </EmptyState>
        }
      />
    </Page>
  );
}
