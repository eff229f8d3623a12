// Something went wrong: what happened in a sentence, what to do about it, and the request's id for whoever looks into it.
import { Alert, Button, Code, Group, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { toProblem } from "../data/problem.ts";

export interface ProblemNoteProps {
  readonly problem: unknown;
  readonly title?: string;
  readonly retry?: () => unknown;
}

export function ProblemNote({ problem, title = "That did not work", retry }: ProblemNoteProps) {
  const { message, requestId } = toProblem(problem);
  return (
    <Alert color="red" title={title} icon={<IconAlertTriangle aria-hidden />} role="alert">
      <Text size="sm">{message}</Text>
      <Group mt="xs" gap="md">
        {retry !== undefined && (
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
