// What is wrong with the words, where they stand.
import { List, Text } from "@mantine/core";
import type { TemplateFinding } from "#core/message-template/finding";

export function Findings({ findings }: { readonly findings: readonly TemplateFinding[] }) {
  if (findings.length === 0) return null;
  return (
    <List size="sm" spacing={4} aria-label="What to look at">
      {findings.map(({ kind, code, place, message }) => (
        <List.Item key={`${code} ${place} ${message}`}>
          <Text span size="sm" c={kind === "error" ? "red" : "dimmed"} className="wrap-anywhere">
            {message}
          </Text>
        </List.Item>
      ))}
    </List>
  );
}
