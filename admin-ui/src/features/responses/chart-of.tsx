// The chart that fits a question.
import { Group, List, Progress, Stack, Text } from "@mantine/core";
import { lazy, Suspense } from "react";
import { ShareRow } from "./share-row.tsx";
import type { Bar, Chart, Nps, Summary } from "./summary.ts";

const Histogram = lazy(async () => ({ default: (await import("./histogram.tsx")).Histogram }));

export interface ChartOfProps {
  readonly flowId: string;
  readonly summary: Summary;
}

export function ChartOf({ flowId, summary: { chart, question, answered } }: ChartOfProps) {
  if (answered === 0)
    return (
      <Text size="sm" c="dimmed">
        No answer yet.
      </Text>
    );
  const toTable = (value: string) => ({ flowId, answer: question.name, value });
  return <Drawn chart={chart} toTable={toTable} />;
}

interface DrawnProps {
  readonly chart: Chart;
  readonly toTable: (value: string) => {
    readonly flowId: string;
    readonly answer: string;
    readonly value: string;
  };
}

function Drawn({ chart, toTable }: DrawnProps) {
  switch (chart.kind) {
    case "bars":
      return (
        <Stack gap={2}>
          <Bars bars={chart.bars} toTable={toTable} />
          {chart.mean !== null && <Text size="sm">Mean {chart.mean.toFixed(1)}</Text>}
        </Stack>
      );
    case "nps":
      return (
        <Stack gap="sm">
          <NpsScore nps={chart.nps} />
          <Suspense fallback={<div style={{ height: 180 }} />}>
            <Histogram bins={chart.bars} name="People" />
          </Suspense>
        </Stack>
      );
    case "histogram":
      return (
        <Stack gap="xs">
          <Suspense fallback={<div style={{ height: 180 }} />}>
            <Histogram bins={chart.bins} name="People" />
          </Suspense>
          <Text size="sm">
            Mean {tidy(chart.mean)}, median {tidy(chart.median)}
          </Text>
        </Stack>
      );
    case "words":
      return <Words chart={chart} />;
    case "count":
      return (
        <Text size="sm" c="dimmed">
          Every answer is different: read them in the table.
        </Text>
      );
    default:
      return chart satisfies never;
  }
}

function Bars({ bars, toTable }: { readonly bars: readonly Bar[]; readonly toTable: DrawnProps["toTable"] }) {
  return bars.map(({ value, label, count, share }) => (
    <ShareRow key={value} label={label} count={count} share={share} to={toTable(value)} />
  ));
}

function NpsScore({ nps: { score, promoters, passives, detractors } }: { readonly nps: Nps }) {
  const total = promoters + passives + detractors;
  const share = (count: number) => (total === 0 ? 0 : (count / total) * 100);
  return (
    <Stack gap={6}>
      <Group gap="xs" align="baseline">
        <Text size="xl" fw={700}>
          {score > 0 ? `+${score}` : score}
        </Text>
        <Text size="sm" c="dimmed">
          NPS: % who said 9 or 10, less % who said 0 to 6
        </Text>
      </Group>
      <Progress.Root size="lg" aria-hidden>
        <Progress.Section value={share(detractors)} color="red.6" />
        <Progress.Section value={share(passives)} color="gray.5" />
        <Progress.Section value={share(promoters)} color="teal.6" />
      </Progress.Root>
      <Text size="sm">
        {detractors} said 0 to 6, {passives} said 7 or 8, {promoters} said 9 or 10
      </Text>
    </Stack>
  );
}

function Words({ chart: { words, newest } }: { readonly chart: Extract<Chart, { kind: "words" }> }) {
  const [most, least] = [words[0]?.count ?? 1, words.at(-1)?.count ?? 1];
  const sizeOf = (count: number) => (most === least ? 0 : (count - least) / (most - least));
  return (
    <Stack gap="sm">
      <Group gap="xs" component="ul" aria-label="Most used words" m={0} p={0} align="baseline">
        {words.map(({ word, count }) => (
          <li key={word} style={{ listStyle: "none", fontSize: `${0.875 + 0.6 * sizeOf(count)}rem` }}>
            {word}
            <Text component="span" size="xs" c="dimmed">
              {" "}
              {count}
            </Text>
          </li>
        ))}
      </Group>
      <List size="sm" spacing={4} listStyleType="none">
        {newest.map((text) => (
          <List.Item key={text} dir="auto">
            <Text component="span" size="sm" lineClamp={2} className="wrap-anywhere">
              “{text}”
            </Text>
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}

function tidy(value: number): string {
  return String(Math.round(value * 10) / 10);
}
