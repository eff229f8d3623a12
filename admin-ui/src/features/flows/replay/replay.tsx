// Past conversations held again on the draft: which would have gone another way, and how.
import { Badge, Group, List, Skeleton, Stack, Text } from "@mantine/core";
import { IconHistory } from "@tabler/icons-react";
import { useDeferredValue, useMemo } from "react";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { AnchorLink } from "../../../ui/links.tsx";
import { ProblemNote } from "../../../ui/problem-note.tsx";
import { When } from "../../../ui/when.tsx";
import type { Draft } from "../draft/draft.ts";
import { toFlow } from "../draft/to-flow.ts";
import { compareOn } from "./differ.ts";
import type { Verdict } from "./differ.ts";
import { usePast } from "./use-past.ts";

export interface ReplayProps {
  readonly flowId: string;
  readonly draft: Draft;
}

export function Replay({ flowId, draft }: ReplayProps) {
  const { data, error, refetch } = usePast(flowId);
  const deferred = useDeferredValue(draft);
  const results = useMemo(() => {
    const flow = toFlow(deferred);
    return (data?.conversations ?? []).map((past) => {
      const before = data?.documents.get(past.versionId);
      const verdict: Verdict =
        before === undefined
          ? { kind: "unplayable", why: "The version it was held on has been deleted." }
          : compareOn(past, before, flow);
      return { past, verdict };
    });
  }, [data, deferred]);
  if (error !== null && data === undefined) return <ProblemNote problem={error} retry={refetch} />;
  if (data === undefined) return <Skeleton h={240} />;
  if (results.length === 0)
    return (
      <EmptyState icon={IconHistory} title="Nobody has talked with this flow yet">
        Once people have, their words can be tried on the draft before it is published.
      </EmptyState>
    );
  const differing = results.filter(({ verdict }) => verdict.kind === "differs");
  return (
    <Stack component="section" aria-label="Past conversations on this draft">
      <Text size="sm" c="dimmed">
        What people wrote before, answered by this draft: see what would change for them before you publish.
      </Text>
      <Text role="status">{sumUp(results.length, differing.length)}</Text>
      <Stack component="ul" gap="md" m={0} p={0} style={{ listStyle: "none" }}>
        {results
          .toSorted((a, b) => RANK[a.verdict.kind] - RANK[b.verdict.kind])
          .map(({ past, verdict }) => (
            <li key={past.id}>
              <Group gap="xs">
                <VerdictBadge verdict={verdict} />
                <AnchorLink to="/responses/$runId" params={{ runId: past.id }} size="sm">
                  {past.contact.name ?? past.contact.address ?? "Somebody"}
                </AnchorLink>
                <Text size="sm" c="dimmed">
                  <When at={past.startedAt} />
                </Text>
              </Group>
              <Reasons verdict={verdict} />
            </li>
          ))}
      </Stack>
      <Text size="xs" c="dimmed">
        Their words and their times are played on the version they met and on the draft. What was known of
        them besides is left out of both.
      </Text>
    </Stack>
  );
}

const RANK = { differs: 0, unplayable: 1, same: 2 } as const;

function sumUp(count: number, differing: number): string {
  const whole = count === 1 ? "The last conversation" : `Of the last ${count} conversations`;
  if (differing === 0) return count === 1 ? `${whole} goes the same way.` : `${whole} all go the same way.`;
  if (count === 1) return `${whole} would go another way.`;
  return `${whole} ${differing} would go another way.`;
}

function VerdictBadge({ verdict: { kind } }: { readonly verdict: Verdict }) {
  if (kind === "differs")
    return (
      <Badge color="yellow" variant="light">
        Differs
      </Badge>
    );
  if (kind === "same")
    return (
      <Badge color="teal" variant="light">
        Same
      </Badge>
    );
  return (
    <Badge color="gray" variant="light">
      Not played
    </Badge>
  );
}

function Reasons({ verdict }: { readonly verdict: Verdict }) {
  if (verdict.kind === "same") return null;
  const sentences = verdict.kind === "differs" ? verdict.sentences : [verdict.why];
  return (
    <List size="sm" mt={4} spacing={2}>
      {sentences.map((sentence) => (
        <List.Item key={sentence} className="wrap-anywhere">
          {sentence}
        </List.Item>
      ))}
    </List>
  );
}
