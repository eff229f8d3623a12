// What is wrong with one field, right below it.
import { Group, Stack, Text } from "@mantine/core";
import { useEditing } from "../editor/editing.ts";
import { ProblemIcon } from "../editor/problem-list.tsx";

export interface ProblemsProps {
  /** The member of the step that the field is for. */
  readonly of: string;
}

export function Problems({ of }: ProblemsProps) {
  const { problems } = useEditing();
  const here = problems.filter(({ field }) => field === of);
  if (here.length === 0) return null;
  return (
    <Stack gap={2} role="status">
      {here.map(({ kind, code, message }) => (
        <Group key={`${code} ${message}`} gap={6} wrap="nowrap" align="flex-start">
          <ProblemIcon kind={kind} />
          <Text size="sm" className="wrap-anywhere">
            {message}
          </Text>
        </Group>
      ))}
    </Stack>
  );
}
