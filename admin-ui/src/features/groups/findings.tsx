// What would go wrong if volunteers were asked now: said where it can be mended.
import { Alert, List } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { api, ask } from "../../data/api.ts";
import type { Key } from "../../data/queries.ts";

export function Findings({ id }: { readonly id: string }) {
  const { data } = useQuery({
    queryKey: ["helplines", id, "check"] satisfies Key,
    queryFn: () => ask(api.v1.helplines[":id"].check.$get({ param: { id } })),
  });
  if (data === undefined || data.findings.length === 0) return null;
  return (
    <Alert color="yellow" title="Before volunteers can be asked" icon={<IconAlertTriangle aria-hidden />}>
      <List size="sm">
        {data.findings.map(({ code, path, message }) => (
          <List.Item key={`${code} ${path}`}>{message}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
