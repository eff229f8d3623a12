// What people are called by now, and all of it as a file.
import { Group, Stack, Text, Title } from "@mantine/core";
import { useMay } from "../../../data/use-session.ts";
import { AnchorLink } from "../../../ui/links.tsx";
import type { Counts, Funnel } from "../questions.ts";
import { inNumbers } from "../words.ts";
import { CategoryCsv } from "./category-csv.tsx";

export interface CategoriesProps {
  readonly funnel: Funnel;
  readonly counts: Counts;
}

export function Categories({ funnel, counts: { categories } }: CategoriesProps) {
  const mayEdit = useMay("editor");
  const rows = categories.toSorted((a, b) => b.count - a.count);
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        Categories
      </Title>
      {rows.map(({ category, count }) => (
        <Group key={category ?? ""} justify="space-between" wrap="nowrap">
          {category === null ? (
            <Text size="sm" c="dimmed">
              None yet
            </Text>
          ) : (
            <AnchorLink
              size="sm"
              to="/funnels/$funnelId"
              params={{ funnelId: funnel.id }}
              search={{ tab: "people", category }}
            >
              {category}
            </AnchorLink>
          )}
          <Text size="sm">{inNumbers(count)}</Text>
        </Group>
      ))}
      {mayEdit && <CategoryCsv funnelKey={funnel.key} />}
    </Stack>
  );
}
