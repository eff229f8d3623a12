// How many of a segment would not be sent it, for want of what; and what the account says of its contents.
import { Alert, List, Stack, Text } from "@mantine/core";
import type { Check } from "../questions.ts";

const OF_THE_ACCOUNT: ReadonlySet<string> = new Set(["not-approved", "content-unknown", "content-unchecked"]);

export interface LackingProps {
  readonly check: Check;
  readonly hasSegment: boolean;
}

export function Lacking({ check: { lacking, findings }, hasSegment }: LackingProps) {
  const short = lacking?.counts.filter(({ count }) => count > 0) ?? [];
  const account = findings.filter(({ code }) => OF_THE_ACCOUNT.has(code));
  return (
    <Stack gap="xs" role="status">
      {account.map(({ place, message }) => (
        <Alert key={`${place} ${message}`} color="orange" p="xs">
          {message}
        </Alert>
      ))}
      {!hasSegment && (
        <Text size="sm" c="dimmed">
          Choose a segment to see how many of it lack a name.
        </Text>
      )}
      {lacking !== null && short.length === 0 && (
        <Text size="sm">{`All ${lacking.people.toLocaleString("en-GB")} have what it prints, or a default stands in.`}</Text>
      )}
      {short.length > 0 && lacking !== null && (
        <Alert color="orange" title="Not everybody would be sent this">
          <List size="sm">
            {short.map(({ name, count }) => (
              <List.Item key={name}>
                {`${count.toLocaleString("en-GB")} of ${lacking.people.toLocaleString("en-GB")} lack ${name.replaceAll("_", " ")}, and nothing stands in.`}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
    </Stack>
  );
}
