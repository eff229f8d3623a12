// How far people came: question by question, and the rates of survey research with their formulas.
import { Skeleton, Stack, Table, Text, Title } from "@mantine/core";
import { IconStairsDown } from "@tabler/icons-react";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { ENDINGS, tellEnding } from "./endings.ts";
import { percent } from "./headline.ts";
import { useDropOff, useRates } from "./questions.ts";
import { ShareRow } from "./share-row.tsx";
import { toPeriod } from "./sought.ts";
import type { Sought } from "./sought.ts";

export interface CompletionProps {
  readonly flowId: string;
  readonly sought: Sought;
}

const RATE_NAMES = {
  response: "Response rate",
  contact: "Contact rate",
  cooperation: "Cooperation rate",
  refusal: "Refusal rate",
} as const;

export function Completion({ flowId, sought }: CompletionProps) {
  const period = toPeriod(sought);
  const rates = useRates(flowId, period);
  const dropOff = useDropOff(flowId, period);
  const problem = rates.error ?? dropOff.error;
  if (problem !== null)
    return <ProblemNote problem={problem} retry={() => Promise.all([rates.refetch(), dropOff.refetch()])} />;
  if (rates.data === undefined || dropOff.data === undefined) return <Skeleton h={320} />;
  const { counts, running } = rates.data;
  const completed = counts["completed"] ?? 0;
  const endings = ENDINGS.flatMap((ending) => {
    const count = counts[ending] ?? 0;
    return count === 0 ? [] : [{ ending, count }];
  });
  const began = endings.reduce((total, { count }) => total + count, running);
  if (began === 0)
    return (
      <EmptyState icon={IconStairsDown} title="Nobody has begun yet">
        How far people come appears here with the first conversation.
      </EmptyState>
    );
  return (
    <Stack gap="xl">
      <section aria-labelledby="funnel">
        <Title order={2} size="h4" id="funnel" mb="xs">
          From question to question
        </Title>
        <ShareRow label="Began" count={began} share={1} />
        {dropOff.data.data.map(({ node, text, views, exits, waiting, dropOff: lost }) => (
          <div key={node}>
            <ShareRow label={text ?? node} count={views} share={views / began} />
            {(exits > 0 || waiting > 0) && (
              <Text size="xs" c="dimmed" ps="xs">
                {exits > 0 && `${exits} left here (${percent(lost ?? 0)})`}
                {exits > 0 && waiting > 0 && ", "}
                {waiting > 0 && `${waiting} still to answer`}
              </Text>
            )}
          </div>
        ))}
        <ShareRow label="Completed" count={completed} share={completed / began} />
        <Text size="xs" c="dimmed" mt="xs">
          The drop-off of a question: {dropOff.data.formula}.
        </Text>
      </section>
      <section aria-labelledby="endings">
        <Title order={2} size="h4" id="endings" mb="xs">
          How they ended
        </Title>
        {endings.map(({ ending, count }) => (
          <ShareRow key={ending} label={tellEnding(ending).label} count={count} share={count / began} />
        ))}
        {running > 0 && <ShareRow label="Going on" count={running} share={running / began} />}
      </section>
      <section aria-labelledby="rates">
        <Title order={2} size="h4" id="rates" mb="xs">
          Rates
        </Title>
        <Table aria-labelledby="rates" className="cards-on-phone" verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Rate</Table.Th>
              <Table.Th ta="end">Value</Table.Th>
              <Table.Th ta="end">Of</Table.Th>
              <Table.Th>Formula</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rates.data.rates.map(({ name, value, numerator, denominator, formula }) => (
              <Table.Tr key={name}>
                <Table.Td>{RATE_NAMES[name]}</Table.Td>
                <Table.Td ta="end" data-label="Value" fw={600}>
                  {value === null ? "–" : percent(value)}
                </Table.Td>
                <Table.Td ta="end" data-label="Of">
                  {numerator} / {denominator}
                </Table.Td>
                <Table.Td data-label="Formula">
                  <Text size="sm" c="dimmed">
                    {formula}
                  </Text>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Text size="xs" c="dimmed" mt="xs">
          After the Standard Definitions of AAPOR. Conversations that go on are not in them yet.
        </Text>
      </section>
    </Stack>
  );
}
