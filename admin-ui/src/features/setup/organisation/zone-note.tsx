// The time zone is said where the product is deployed: here it is shown, and how to change it.
import { Code, Text } from "@mantine/core";
import { useSession } from "../../../data/use-session.ts";

export function ZoneNote() {
  const zone = useSession().data?.zone ?? "";
  return (
    <div>
      <Text fw={500} size="sm">
        Time zone
      </Text>
      <Text>{zone.replaceAll("_", " ")}</Text>
      <Text size="xs" c="dimmed">
        Days begin and end by it. To change it, set <Code>TIME_ZONE</Code> under <Code>[vars]</Code> in
        wrangler.toml and deploy.
      </Text>
    </div>
  );
}
