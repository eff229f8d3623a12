// What stands against a launch, and what is good to know before it; each with the place where it is put right.
import { Group, Stack, Text } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { FindingLine } from "../../../ui/finding-line.tsx";
import type { Finding } from "../questions.ts";
import type { Draft } from "./draft.ts";
import { Remedy } from "./remedy.tsx";

export interface ChecklistProps {
  readonly findings: readonly Finding[];
  readonly draft: Draft;
}

export function Checklist({ findings, draft }: ChecklistProps) {
  return (
    <Stack gap="xs">
      <Text fw={600} size="sm" component="h3">
        Before it goes out
      </Text>
      {findings.length === 0 && (
        <Group gap="xs" wrap="nowrap" align="flex-start">
          <IconCircleCheck size={18} color="var(--mantine-color-teal-text)" aria-hidden />
          <Text size="sm">Nothing stands against it.</Text>
        </Group>
      )}
      {findings.map(({ kind, code, message }) => (
        <FindingLine key={`${code} ${message}`} kind={kind}>
          <Text size="sm">{message}</Text>
          <Remedy code={code} draft={draft} />
        </FindingLine>
      ))}
    </Stack>
  );
}
