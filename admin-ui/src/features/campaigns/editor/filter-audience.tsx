// An audience described in the campaign itself, in words.
import { Text } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Condition } from "#core/condition";
import { api, ask } from "../../../data/api.ts";
import type { Key } from "../../../data/queries.ts";

export interface FilterAudienceProps {
  readonly filter: Condition;
  readonly onChange: (filter: Condition) => void;
}

export function FilterAudience({ filter }: FilterAudienceProps) {
  const { data } = useQuery({
    queryKey: ["segments", "preview", filter] satisfies Key,
    queryFn: () => ask(api.v1.segments.preview.$post({ json: { filter } })),
    placeholderData: keepPreviousData,
  });
  return <Text size="sm">{data?.sentence}</Text>;
}
