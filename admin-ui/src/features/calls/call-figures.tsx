// How a group's calls went: how many were answered, how soon, and at which hours nobody was there.
import { Group, SegmentedControl, Select, SimpleGrid, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { sayDuration } from "#core/helpline/duration";
import { useGroups } from "../../data/helplines.ts";
import { present } from "../../data/search.ts";
import { useNow } from "../../data/use-now.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { SPANS } from "./choices.ts";
import type { Span } from "./choices.ts";
import { figuresQuery } from "./questions.ts";
import { answeredPart, SPAN_WORDS } from "./words.ts";

const HoursChart = lazy(() => import("./hours-chart.tsx"));
const CHART_PX = 260;

export function CallFigures() {
  const { group, span = "7" } = useSearch({ from: "/calls" });
  const navigate = useNavigate({ from: "/calls" });
  const groups = useGroups();
  const chosen = group ?? groups.data?.[0]?.id;
  return (
    <Stack gap="lg">
      <Group align="flex-end">
        <Select
          label="Group"
          data={(groups.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={chosen ?? null}
          onChange={(value) =>
            void navigate({
              search: (before) => present({ ...before, group: value ?? undefined }),
              replace: true,
            })
          }
          allowDeselect={false}
          w={220}
        />
        <SegmentedControl
          aria-label="How far back"
          data={SPANS.map((value) => ({ value, label: SPAN_WORDS[value] }))}
          value={span}
          onChange={(value) =>
            void navigate({
              search: (before) => present({ ...before, span: SPANS.find((each) => each === value) }),
              replace: true,
            })
          }
        />
      </Group>
      {chosen === undefined ? (
        <Text c="dimmed">
          {groups.isPending ? "Looking…" : "There is no group yet, so there are no calls."}
        </Text>
      ) : (
        <GroupFigures id={chosen} span={span} />
      )}
    </Stack>
  );
}

function GroupFigures({ id, span }: { readonly id: string; readonly span: Span }) {
  const { data, error, refetch } = useQuery(figuresQuery(id, span, useNow()));
  if (error !== null && data === undefined) return <ProblemNote problem={error} retry={refetch} />;
  if (data === undefined) return <Skeleton h={CHART_PX} />;
  const { outcomes, secondsToAnswer, hours, zone } = data;
  const part = answeredPart(outcomes);
  const { answered, forwarded, missed, voicemail } = outcomes;
  return (
    <Stack gap="lg">
      <SimpleGrid cols={{ base: 2, sm: 4 }}>
        <Stat label="Calls" value={String(data.calls)} />
        <Stat
          label="Answered"
          value={part === null ? "–" : `${Math.round(part * 100)} %`}
          more={`${answered + forwarded} of those who wanted to talk with somebody`}
        />
        <Stat
          label="Missed"
          value={String(missed + voicemail)}
          more={`${voicemail} of them left a message`}
        />
        <Stat
          label="Time to answer"
          value={secondsToAnswer === null ? "–" : sayDuration(secondsToAnswer.median)}
          more={
            secondsToAnswer === null
              ? "Nobody answered"
              : `in the middle; nine of ten within ${sayDuration(secondsToAnswer.p90)}`
          }
        />
      </SimpleGrid>
      <Stack gap="xs" component="section" aria-label="By hour">
        <Title order={2} size="h4">
          By hour
        </Title>
        <Text size="sm" c="dimmed">
          By the group&apos;s clock ({zone.replaceAll("_", " ")}).
        </Text>
        <Suspense fallback={<Skeleton h={CHART_PX} />}>
          <HoursChart hours={hours} heightPx={CHART_PX} />
        </Suspense>
      </Stack>
    </Stack>
  );
}

function Stat({
  label,
  value,
  more,
}: {
  readonly label: string;
  readonly value: string;
  readonly more?: string;
}) {
  return (
    <Stack gap={0}>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text size="xl" fw={650}>
        {value}
      </Text>
      {more !== undefined && (
        <Text size="xs" c="dimmed">
          {more}
        </Text>
      )}
    </Stack>
  );
}
