// The forecast: people, who is left out and why, segments, money, and when it is through.
import { Group, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { When } from "../../../ui/when.tsx";
import type { Forecast } from "../questions.ts";
import { inNumbers, money, people, segments } from "../words.ts";

export interface ForecastFiguresProps {
  readonly forecast: Forecast;
  /** Something was changed since: the figures are about to follow. */
  readonly isStale: boolean;
  /** As it was asked for; the hours may hold it back longer. */
  readonly startAt: string | undefined;
}

export function ForecastFigures({ forecast, isStale, startAt }: ForecastFiguresProps) {
  const { planned, excluded, excludedBy, unreached, readCount, beside, byFallback } = forecast;
  return (
    <Stack gap={6} aria-busy={isStale}>
      <Text fz={28} fw={650} lh={1.2} aria-live="polite">
        {people(planned)}
      </Text>
      <Row label="Text segments">{inNumbers(forecast.segments)}</Row>
      <Row label="Cost">
        {forecast.cost === null ? "The line has no prices" : `about ${money(forecast.cost)}`}
      </Row>
      <Row label="Begins">
        <Begins forecast={forecast} startAt={startAt} />
      </Row>
      {planned > 0 && (
        <Row label={unreached > 0 ? "Ends" : "All sent"}>
          <When at={forecast.finishesAt} />
        </Row>
      )}
      {unreached > 0 && <Row label="Not reached by then">{people(unreached)}</Row>}
      {byFallback > 0 && <Row label="By the other line">{people(byFallback)}</Row>}
      {excluded > 0 && (
        <Stack gap={2} mt={4}>
          <Row label="Left out">{people(excluded)}</Row>
          {excludedBy.map(({ code, words, people: count }) => (
            <Text key={code} size="sm" c="dimmed" pl="md">
              {inNumbers(count)} {words}
            </Text>
          ))}
        </Stack>
      )}
      <Countries forecast={forecast} />
      {Object.keys(forecast.variants).length > 1 && (
        <Row label="Variants">
          {Object.entries(forecast.variants)
            .map(([name, count]) => `${name} ${inNumbers(count)}`)
            .join(", ")}
        </Row>
      )}
      {beside.length > 0 && (
        <Text size="sm" c="dimmed">
          Shares the line with{" "}
          {beside.map(({ name, segments: count }) => `${name} (${segments(count)})`).join(", ")}.
        </Text>
      )}
      {readCount < forecast.people && (
        <Text size="sm" c="dimmed">
          Reckoned from {inNumbers(readCount)} of {people(forecast.people)}.
        </Text>
      )}
    </Stack>
  );
}

function Begins({ forecast: { at, startsAt }, startAt = at }: Omit<ForecastFiguresProps, "isStale">) {
  if (startsAt <= at) return "At once";
  return (
    <>
      <When at={startsAt} />
      {Date.parse(startsAt) > Date.parse(startAt) && ", when hours open"}
    </>
  );
}

function Countries({ forecast: { countries } }: { readonly forecast: Forecast }) {
  if (countries.length < 2) return null;
  return (
    <Row label="By country">
      {countries
        .slice(0, 5)
        .map(({ country, people: count }) => `${country ?? "unknown"} ${inNumbers(count)}`)
        .join(", ")}
    </Row>
  );
}

function Row({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <Group justify="space-between" gap="xs" wrap="nowrap" align="baseline">
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text size="sm" ta="end" component="div">
        {children}
      </Text>
    </Group>
  );
}
