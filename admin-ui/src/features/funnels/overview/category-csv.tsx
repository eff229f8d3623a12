// Everybody with a category of this funnel as CSV: written in the background, downloaded when it is done.
import { Button, Group, Text } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { api, ask } from "../../../data/api.ts";
import type { Key } from "../../../data/queries.ts";
import { useSave } from "../../../data/use-save.ts";

export function CategoryCsv({ funnelKey }: { readonly funnelKey: string }) {
  const begin = useSave({
    save: () => {
      const condition = { path: `category.${funnelKey}`, op: "exists" as const, value: true };
      return ask(api.v1.exports.$post({ json: { condition } }));
    },
    touches: ["exports", "audit"],
  });
  const id = begin.data?.id;
  const { data } = useQuery({
    queryKey: ["exports", id] satisfies Key,
    queryFn: () => ask(api.v1.exports[":id"].$get({ param: { id: id ?? "" } })),
    enabled: id !== undefined,
  });
  const isDone = data?.state === "done";
  return (
    <Group gap="sm" mt="xs">
      {id !== undefined && isDone ? (
        <Button
          component="a"
          href={`/api/v1/exports/${id}/file`}
          download
          variant="default"
          size="compact-sm"
          leftSection={<IconDownload size={14} aria-hidden />}
        >
          Download the CSV
        </Button>
      ) : (
        <Button
          variant="default"
          size="compact-sm"
          loading={begin.isPending || (id !== undefined && !isDone)}
          onClick={() => begin.mutate()}
        >
          Categories as CSV
        </Button>
      )}
      <Text size="sm" c="dimmed" role="status">
        {isDone && `${data.rows} rows`}
      </Text>
    </Group>
  );
}
