// An audience described in the campaign itself: a filter, and what it says in words.
import { Skeleton, Stack, Text } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import type { Condition } from "#core/condition";
import { api, ask } from "../../../data/api.ts";
import type { Key } from "../../../data/queries.ts";
import { isComplete } from "../../../ui/filter/problems.ts";
import { useKnown } from "../../../ui/filter/use-known.ts";

export interface FilterAudienceProps {
  readonly filter: Condition;
  readonly onChange: (filter: Condition) => void;
}

/** Most campaigns name a segment: who does not fetches the builder. */
const FilterBuilder = lazy(async () => {
  const module = await import("../../../ui/filter/filter-builder.tsx");
  return { default: module.FilterBuilder };
});

export function FilterAudience({ filter, onChange }: FilterAudienceProps) {
  const known = useKnown();
  const { data } = useQuery({
    queryKey: ["segments", "preview", filter] satisfies Key,
    queryFn: () => ask(api.v1.segments.preview.$post({ json: { filter } })),
    placeholderData: keepPreviousData,
    enabled: isComplete(filter),
  });
  return (
    <Stack gap="xs">
      <Suspense fallback={<Skeleton h={80} />}>
        <FilterBuilder condition={filter} onChange={onChange} known={known} />
      </Suspense>
      {data !== undefined && (
        <Text size="sm" c="dimmed" aria-live="polite">
          {data.sentence}
        </Text>
      )}
    </Stack>
  );
}
