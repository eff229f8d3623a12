// A chart per question.
import { Badge, Group, Paper, SimpleGrid, Skeleton, Stack, Text, Title } from "@mantine/core";
import { IconChartBar } from "@tabler/icons-react";
import type { Flow } from "#core/conversation/flow";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { ChartOf } from "./chart-of.tsx";
import { questionsOf } from "./question.ts";
import { useAnswerCounts } from "./questions.ts";
import { toPeriod } from "./sought.ts";
import type { Sought } from "./sought.ts";
import { summarise } from "./summary.ts";

export interface ChartsProps {
  readonly flowId: string;
  readonly document: Flow | null;
  readonly sought: Sought;
}

export function Charts({ flowId, document, sought }: ChartsProps) {
  const { data, error, refetch } = useAnswerCounts(flowId, toPeriod(sought));
  if (error !== null && data === undefined) return <ProblemNote problem={error} retry={refetch} />;
  if (data === undefined) return <Skeleton h={320} />;
  const questions = questionsOf(
    document,
    data.questions.map(({ name }) => name),
  );
  if (data.questions.length === 0)
    return (
      <EmptyState icon={IconChartBar} title="Nothing to draw yet">
        With the first answer there is a chart for its question. Take the dates away if there should be some.
      </EmptyState>
    );
  return (
    <Stack>
      {!data.isComplete && (
        <Text size="sm" c="dimmed">
          There are very many different answers: the rarest are not in these charts.
        </Text>
      )}
      <SimpleGrid cols={{ base: 1, lg: 2 }}>
        {questions.map((question) => {
          const summary = summarise(question, data);
          const { answered, skipped } = summary;
          return (
            <Paper key={question.name} withBorder p="md" component="section" aria-label={question.title}>
              <Group justify="space-between" align="flex-start" gap="xs" wrap="nowrap" mb="sm">
                <Title order={2} size="h5" className="wrap-anywhere" dir="auto">
                  {question.title}
                </Title>
                <Badge variant="default" flex="none">
                  {answered} answered
                </Badge>
              </Group>
              <ChartOf flowId={flowId} summary={summary} />
              {skipped > 0 && (
                <Text size="sm" c="dimmed" mt="xs">
                  {skipped} skipped it.
                </Text>
              )}
            </Paper>
          );
        })}
      </SimpleGrid>
    </Stack>
  );
}
