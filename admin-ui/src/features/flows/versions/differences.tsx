// What differs between two versions, step by step, with what was said before and what is said now.
import { Badge, Box, Group, Stack, Text } from "@mantine/core";
import type { Change, Difference } from "../draft/compare.ts";

export interface DifferencesProps {
  readonly differences: readonly Difference[];
  /** What the two are called. */
  readonly before: string;
  readonly after: string;
}

const COLORS = { added: "teal", removed: "red", changed: "blue", moved: "gray" } as const;
const NAMES = { added: "New", removed: "Removed", changed: "Changed", moved: "Moved" } as const;

export function Differences({ differences, before, after }: DifferencesProps) {
  if (differences.length === 0)
    return (
      <Text size="sm" c="dimmed" mt="sm">
        Nothing differs.
      </Text>
    );
  return (
    <Stack component="ul" gap="md" mt="sm" p={0} style={{ listStyle: "none" }}>
      {differences.map(({ kind, node, title, changes }) => (
        <Box component="li" key={`${kind} ${node}`}>
          <Group gap="xs" wrap="nowrap" align="flex-start">
            <Badge variant="light" color={COLORS[kind]} style={{ flexShrink: 0 }}>
              {NAMES[kind]}
            </Badge>
            <Text size="sm" fw={600} className="wrap-anywhere">
              {title}
            </Text>
          </Group>
          {changes.map((change) => (
            <BeforeAndAfter key={change.what} change={change} before={before} after={after} />
          ))}
        </Box>
      ))}
    </Stack>
  );
}

interface BeforeAndAfterProps {
  readonly change: Change;
  readonly before: string;
  readonly after: string;
}

function BeforeAndAfter({ change, before, after }: BeforeAndAfterProps) {
  return (
    <Box mt={4} ms="md" className="wrap-anywhere">
      <Text size="xs" c="dimmed">
        {change.what}
      </Text>
      {change.before !== null && (
        <Text size="sm" component="div">
          <span className="unseen">{before}: </span>
          <del>{change.before}</del>
        </Text>
      )}
      {change.after !== null && (
        <Text size="sm" component="div">
          <span className="unseen">{after}: </span>
          <ins>{change.after}</ins>
        </Text>
      )}
    </Box>
  );
}
