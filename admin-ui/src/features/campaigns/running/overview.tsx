// How it goes: the figures, what failed and what to do about it, forecast beside fact, variants beside each other.
import { Grid, Skeleton, Stack } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import { ProblemNote } from "../../../ui/problem-note.tsx";
import type { Campaign, Figures } from "../questions.ts";
import { Breakdown } from "./breakdown.tsx";
import { Comparison } from "./comparison.tsx";
import { Failures } from "./failures.tsx";
import { KeyFigures } from "./key-figures.tsx";
import { Replies } from "./replies.tsx";
import { Variants } from "./variants.tsx";

export interface OverviewProps {
  readonly campaign: Campaign;
  readonly figures: UseQueryResult<Figures>;
}

export function Overview({ campaign, figures: { data, error, isPending, refetch } }: OverviewProps) {
  if (isPending) return <Skeleton h={320} />;
  if (data === undefined) return <ProblemNote problem={error} retry={refetch} />;
  return (
    <Stack gap="xl">
      <KeyFigures figures={data} campaign={campaign} />
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Stack gap="xl">
            <Breakdown figures={data} />
            <Failures figures={data} campaign={campaign} />
            <Comparison figures={data} />
            <Variants figures={data} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Replies campaign={campaign} />
        </Grid.Col>
      </Grid>
    </Stack>
  );
}
