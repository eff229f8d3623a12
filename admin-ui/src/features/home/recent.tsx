// The latest answers: who, to what, and what they said last.
import { Group, Paper, Text, Title } from "@mantine/core";
import { callPerson } from "../../data/person.ts";
import { AnchorLink } from "../../ui/links.tsx";
import { ago } from "../../ui/when.tsx";
import { useRecent } from "./questions.ts";
import type { RecentAnswer } from "./questions.ts";

export function Recent({ now }: { readonly now: number }) {
  const { data } = useRecent();
  // Volunteers who are asked about shifts answer no survey.
  const rows = data?.data.filter(({ flow }) => flow.name !== null) ?? [];
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="recent">
      <Title order={2} size="h4" id="recent" mb="sm">
        Recent answers
      </Title>
      <Paper withBorder>
        <ul className="matters" aria-label="Recent answers">
          {rows.map((row) => (
            <li key={row.id} className="matter">
              <Answer row={row} now={now} />
            </li>
          ))}
        </ul>
      </Paper>
    </section>
  );
}

function Answer({ row, now }: { readonly row: RecentAnswer; readonly now: number }) {
  const { id, contact, flow, answers, disposition, startedAt, finishedAt } = row;
  const said = Object.values(answers).at(-1)?.label;
  return (
    <div className="answer">
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <AnchorLink to="/responses/$runId" params={{ runId: id }} size="sm" fw={600} truncate>
          {callPerson(contact)}
        </AnchorLink>
        <Text size="xs" c="dimmed" className="steady">
          {ago(finishedAt ?? startedAt, now)}
        </Text>
      </Group>
      {said !== undefined && (
        <Text size="sm" dir="auto" lineClamp={2} className="wrap-anywhere">
          {said}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        {flow.name}
        {disposition === null && " · still answering"}
      </Text>
    </div>
  );
}
