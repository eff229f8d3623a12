// How many problems there are; the list on demand.
import { Button, Collapse, Group, Paper, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconCircleCheck } from "@tabler/icons-react";
import type { Found } from "../draft/place-problem.ts";
import { countOf } from "../draft/say-step.ts";
import { ProblemIcon, ProblemList } from "./problem-list.tsx";

/** So many are read at once; a longer list is mended from its top. */
const SHOWN_MAX = 30;

export function ProblemSummary({ problems }: { readonly problems: readonly Found[] }) {
  const [isOpen, { toggle }] = useDisclosure();
  const errors = problems.filter(({ kind }) => kind === "error").length;
  const warnings = problems.length - errors;
  if (problems.length === 0)
    return (
      <Group gap={6} role="status" mih={36}>
        <Text component="span" c="teal" lh={1}>
          <IconCircleCheck size={18} aria-hidden />
        </Text>
        <Text size="sm">No problem found</Text>
      </Group>
    );
  const said = [
    ...(errors > 0 ? [countOf(errors, "problem")] : []),
    ...(warnings > 0 ? [countOf(warnings, "warning")] : []),
  ].join(", ");
  return (
    <Paper withBorder px="sm" py={4}>
      <Group justify="space-between" wrap="nowrap">
        <Group gap={6} role="status" wrap="nowrap">
          <ProblemIcon kind={errors > 0 ? "error" : "warning"} />
          <Text size="sm">{said}</Text>
        </Group>
        <Button variant="subtle" size="compact-sm" onClick={toggle} aria-expanded={isOpen}>
          {isOpen ? "Hide" : "Show"}
        </Button>
      </Group>
      <Collapse expanded={isOpen}>
        <ProblemList problems={problems.slice(0, SHOWN_MAX)} />
        {problems.length > SHOWN_MAX && (
          <Text size="sm" c="dimmed">
            And {problems.length - SHOWN_MAX} more.
          </Text>
        )}
      </Collapse>
    </Paper>
  );
}
