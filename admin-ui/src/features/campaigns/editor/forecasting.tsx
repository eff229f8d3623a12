// Beside the form: what it would come to as it stands, what three would read, what stands against a launch, and the launch.
import { Divider, Group, Loader, Skeleton, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { ApiProblem } from "../../../data/problem.ts";
import { useMay } from "../../../data/use-session.ts";
import { ProblemNote } from "../../../ui/problem-note.tsx";
import { checkQuery, forecastQuery } from "../questions.ts";
import type { Finding } from "../questions.ts";
import { Checklist } from "./checklist.tsx";
import { ForecastFigures } from "./forecast-figures.tsx";
import { LaunchButton } from "./launch-button.tsx";
import { Readers } from "./readers.tsx";
import { TestSend } from "./test-send.tsx";
import type { Drafting } from "./use-draft.ts";

export interface ForecastingProps {
  readonly drafting: Drafting;
  readonly id: string;
  readonly revision: number;
}

export function Forecasting({ drafting, id, revision }: ForecastingProps) {
  const mayEdit = useMay("editor");
  const forecast = useQuery(forecastQuery(id, revision, mayEdit));
  const check = useQuery({ ...checkQuery(id, revision), enabled: forecast.isError });
  const isStale = drafting.isDirty || drafting.isSaving || forecast.isFetching;
  // What keeps it from being forecast is in the checklist; anything else is a problem of its own.
  const isUnready =
    forecast.error instanceof ApiProblem && ["invalid", "not_found"].includes(forecast.error.code);
  const data = forecast.isError ? undefined : forecast.data;
  const findings: readonly Finding[] | undefined = forecast.isError ? check.data?.findings : data?.findings;
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Text fw={600} component="h2" size="md">
          What it comes to
        </Text>
        {isStale && (
          <Group gap={6}>
            <Loader size={14} aria-hidden />
            <Text size="sm" c="dimmed">
              Counting…
            </Text>
          </Group>
        )}
      </Group>
      {forecast.isPending && <Skeleton h={160} />}
      {forecast.isError && !isUnready && <ProblemNote problem={forecast.error} retry={forecast.refetch} />}
      {data !== undefined && (
        <ForecastFigures forecast={data} isStale={isStale} startAt={drafting.draft.startAt} />
      )}
      {data !== undefined && (
        <>
          <Divider />
          <Readers id={id} revision={revision} draft={drafting.draft} />
        </>
      )}
      <Divider />
      {findings === undefined ? (
        <Skeleton h={48} />
      ) : (
        <Checklist findings={findings} draft={drafting.draft} />
      )}
      {mayEdit && (
        <>
          <LaunchButton
            id={id}
            revision={revision}
            forecast={data}
            isBlocked={findings === undefined || findings.some(({ kind }) => kind === "error")}
            isStale={isStale}
            startAt={drafting.draft.startAt}
          />
          <TestSend
            id={id}
            variants={drafting.draft.variants.map(({ name }) => name)}
            flush={drafting.flush}
          />
        </>
      )}
    </Stack>
  );
}
