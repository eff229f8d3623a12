// One row per response, one column per question.
import { Badge, Group, Text, Tooltip, UnstyledButton } from "@mantine/core";
import { IconMessages } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { Flow } from "#core/conversation/flow";
import { callPerson, numberBeside } from "../../data/person.ts";
import { useMay } from "../../data/use-session.ts";
import { DataTable } from "../../ui/data-table.tsx";
import type { Column } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ButtonLink } from "../../ui/links.tsx";
import { When } from "../../ui/when.tsx";
import { tellEnding } from "./endings.ts";
import type { SoughtChange } from "./filter-bar.tsx";
import { questionsOf } from "./question.ts";
import { useResponses } from "./questions.ts";
import type { Response } from "./questions.ts";
import { isNarrowed } from "./sought.ts";
import type { Sought } from "./sought.ts";
import "./responses.css";

export interface ResponseTableProps {
  readonly flowId: string;
  /** What is published; null where nothing is. */
  readonly document: Flow | null;
  readonly sought: Sought;
  readonly onChange: (change: SoughtChange) => void;
}

export function ResponseTable({ flowId, document, sought, onChange }: ResponseTableProps) {
  const pages = useResponses(flowId, sought);
  const mayEdit = useMay("editor");
  const { by, up } = sought;
  const sortBy = (name: string | undefined): NonNullable<Column<Response>["sort"]> => {
    const direction = up === true ? "up" : "down";
    // A first click on an answer begins with the lowest, on the time with the newest.
    const first = name === undefined ? undefined : true;
    return {
      direction: by === name ? direction : null,
      onSort: () =>
        onChange({ by: name, up: by === name && up === true ? undefined : by === name ? true : first }),
    };
  };
  const answered = pages.rows.flatMap(({ answers }) => Object.keys(answers));
  const columns: readonly Column<Response>[] = [
    { key: "who", label: "Who", show: (row) => <Who row={row} flowId={flowId} /> },
    { key: "ended", label: "State", show: (row) => <Ended row={row} /> },
    ...questionsOf(document, answered).map(({ name, heading, rule }): Column<Response> => ({
      key: `answer ${name}`,
      label: heading,
      isNumber: rule?.kind === "number" || rule?.kind === "rating" || rule?.kind === "nps",
      show: (row) => <AnswerCell row={row} name={name} />,
      sort: sortBy(name),
    })),
    { key: "began", label: "Began", show: (row) => <When at={row.startedAt} />, sort: sortBy(undefined) },
  ];
  return (
    <div className="responses">
      <DataTable
        label="Responses"
        pages={pages}
        columns={columns}
        keyOf={({ id }) => id}
        empty={
          isNarrowed(sought) ? (
            <EmptyState icon={IconMessages} title="No response fits">
              Take a filter away, or write fewer words.
            </EmptyState>
          ) : (
            <EmptyState
              icon={IconMessages}
              title="Nobody has answered yet"
              action={
                mayEdit && (
                  <Group justify="center">
                    <ButtonLink to="/campaigns/new" search={{ flow: flowId }} variant="default">
                      Send it in a campaign
                    </ButtonLink>
                    <ButtonLink
                      to="/flows/$flowId"
                      params={{ flowId }}
                      search={{ tab: "start" }}
                      variant="default"
                    >
                      Choose a word that starts it
                    </ButtonLink>
                  </Group>
                )
              }
            >
              Answers appear here by themselves, as soon as somebody is asked in a campaign or writes a word
              that starts this flow.
            </EmptyState>
          )
        }
      />
    </div>
  );
}

function Who({ row, flowId }: { readonly row: Response; readonly flowId: string }) {
  const number = numberBeside(row.contact);
  return (
    <UnstyledButton
      className="response-link"
      renderRoot={(props) => (
        <Link
          {...props}
          to="/flows/$flowId/responses"
          params={{ flowId }}
          search={(before) => ({ ...before, open: row.id })}
        />
      )}
    >
      {callPerson(row.contact)}
      {number !== null && (
        <Text size="xs" c="dimmed">
          {number}
        </Text>
      )}
    </UnstyledButton>
  );
}

function Ended({ row }: { readonly row: Response }) {
  const { label, why, color } = tellEnding(row.disposition);
  return (
    <Tooltip label={why}>
      <Badge variant="light" color={color}>
        {label}
      </Badge>
    </Tooltip>
  );
}

function AnswerCell({ row, name }: { readonly row: Response; readonly name: string }) {
  const answer = row.answers[name];
  if (answer === undefined)
    return (
      <Text component="span" c="dimmed" size="sm" aria-label="No answer">
        –
      </Text>
    );
  if (answer.value === null)
    return (
      <Text component="span" c="dimmed" size="sm">
        Skipped
      </Text>
    );
  return (
    <Text component="span" size="sm" lineClamp={3} className="wrap-anywhere" dir="auto" title={answer.label}>
      {answer.label}
    </Text>
  );
}
