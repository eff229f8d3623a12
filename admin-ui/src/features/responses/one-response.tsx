// A response: its state, its answers, and the conversation they come from.
import { Badge, Divider, Group, Skeleton, Stack, Text } from "@mantine/core";
import type { Flow } from "#core/conversation/flow";
import { PersonName } from "../../ui/person-name.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { When } from "../../ui/when.tsx";
import { tellEnding } from "./endings.ts";
import { questionsOf } from "./question.ts";
import { useResponse } from "./questions.ts";
import { Said } from "./said.tsx";

export interface OneResponseProps {
  readonly runId: string;
  readonly document: Flow | null;
}

export function OneResponse({ runId, document }: OneResponseProps) {
  const { data, error, refetch } = useResponse(runId);
  if (error !== null && data === undefined) return <ProblemNote problem={error} retry={refetch} />;
  if (data === undefined) return <Skeleton h={320} />;
  const { label, why, color } = tellEnding(data.disposition);
  const questions = questionsOf(document, Object.keys(data.answers));
  return (
    <Stack gap="md" pb="md">
      <Group justify="space-between" align="flex-start">
        <PersonName person={data.contact} />
        <Badge variant="light" color={color}>
          {label}
        </Badge>
      </Group>
      <Text size="sm" c="dimmed">
        {why} Began <When at={data.startedAt} />
        {data.finishedAt !== null && (
          <>
            , ended <When at={data.finishedAt} />
          </>
        )}
        .
      </Text>
      {questions.length > 0 && (
        <Stack component="dl" gap="xs" m={0}>
          {questions.map(({ name, title }) => {
            const answer = data.answers[name];
            return (
              <div key={name}>
                <Text component="dt" size="sm" c="dimmed">
                  {title}
                </Text>
                <Text component="dd" m={0} className="wrap-anywhere" dir="auto">
                  {answer === undefined ? "–" : answer.value === null ? "Skipped" : answer.label}
                </Text>
              </div>
            );
          })}
        </Stack>
      )}
      <Divider label="What was said" labelPosition="left" />
      <Said messages={data.transcript} />
    </Stack>
  );
}
