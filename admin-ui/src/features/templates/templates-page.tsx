// What is said to many: messages with names in them, per language and channel.
import { Text } from "@mantine/core";
import { IconTemplate } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { api, ask } from "../../data/api.ts";
import { listQuery } from "../../data/list-query.ts";
import { languageName } from "../../data/languages.ts";
import { isNone, usePages } from "../../data/use-pages.ts";
import { useMay } from "../../data/use-session.ts";
import { AlsoSwitch } from "../../ui/also-switch.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import type { Column } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { AnchorLink, ButtonLink } from "../../ui/links.tsx";
import { Page } from "../../ui/page.tsx";
import { RowName } from "../../ui/row-name.tsx";
import { When } from "../../ui/when.tsx";
import { firstWords, languagesOf, whatsappOf } from "./describe.ts";
import type { Template } from "./questions.ts";

const COLUMNS: readonly Column<Template>[] = [
  {
    key: "name",
    label: "Name",
    show: ({ id, name, archivedAt }) => (
      <RowName mark={archivedAt === null ? null : "Put away"}>
        <AnchorLink
          to="/templates/$templateId"
          params={{ templateId: id }}
          fw={600}
          className="wrap-anywhere"
        >
          {name}
        </AnchorLink>
      </RowName>
    ),
  },
  {
    key: "words",
    label: "Says",
    show: ({ template }) => (
      <Text size="sm" c="dimmed" lineClamp={2} className="wrap-anywhere">
        {firstWords(template)}
      </Text>
    ),
  },
  {
    key: "languages",
    label: "Languages",
    show: ({ template }) => languagesOf(template).map(languageName).join(", "),
  },
  { key: "whatsapp", label: "WhatsApp", show: ({ template }) => whatsappOf(template) },
  { key: "changed", label: "Changed", show: ({ changedAt }) => <When at={changedAt} show="day" /> },
];

export function TemplatesPage() {
  const { archived } = useSearch({ from: "/templates" });
  const navigate = useNavigate({ from: "/templates" });
  const mayEdit = useMay("editor");
  const pages = usePages(["templates", "list", archived], (cursor) =>
    ask(
      api.v1.templates.$get({
        query: listQuery({ cursor, archived }),
      }),
    ),
  );
  const create = mayEdit && (
    <ButtonLink to="/templates/$templateId" params={{ templateId: "new" }}>
      New template
    </ButtonLink>
  );
  return (
    <Page
      title="Templates"
      lead="What campaigns say, in each language, with people’s names in it."
      actions={!isNone(pages) && create}
    >
      <AlsoSwitch
        label="Also those put away"
        isOn={archived}
        onChange={(archived) =>
          void navigate({ search: (before) => ({ ...before, archived }), replace: true })
        }
      />
      <DataTable
        label="Templates"
        pages={pages}
        columns={COLUMNS}
        keyOf={({ id }) => id}
        empty={
          <EmptyState icon={IconTemplate} title="No templates yet" action={create}>
            Write a message once, see what it costs and what each person would read, and send it to many.
          </EmptyState>
        }
      />
    </Page>
  );
}
