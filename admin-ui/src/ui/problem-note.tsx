// Something went wrong: what happened in a sentence, what to do about it, and the request's id for whoever looks into it.
import { Alert, Button, Code, Group, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { toProblem } from "../data/problem.ts";

export interface ProblemNoteProps {
  readonly problem: unknown;
  readonly title?: string;
  readonly retry?: () => unknown;
}

export function ProblemNote({ problem, title, retry }: ProblemNoteProps) {
  const { message, requestId, status } = toProblem(problem);
  // What is gone stays gone, however often it is asked for.
  const isGone = status === 404;
  return (
    <Alert
      color="red"
      title={title ?? (isGone ? "It is not here" : "That did not work")}
      icon={<IconAlertTriangle aria-hidden />}
      role="alert"
    >
      <Text size="sm">{message}</Text>
      <Group mt="xs" gap="md">
        {retry !== undefined && !isGone && (
          <Button size="compact-sm" variant="light" color="red" onClick={() => void retry()}>
            Try again
          </Button>
        )}
        {requestId !== null && (
          <Text size="xs" c="dimmed">
            Request <Code>{requestId}</Code>
          </Text>
        )}
      </Group>
    </Alert>
  );
}
