// One person's message as it would arrive, and what it counts as; or why they are not sent it.
import { Group, Paper, Stack, Text } from "@mantine/core";
import { languageName } from "../../../data/languages.ts";
import { AnchorLink } from "../../../ui/links.tsx";
import type { Channel, Preview } from "../questions.ts";

export interface SampleProps {
  readonly preview: Preview;
  readonly channel: Channel;
}

export function Sample({ preview, channel }: SampleProps) {
  const { contactId, name, kind, text, media, language, segments, missing, problem, costlyCharacters } =
    preview;
  return (
    <Stack gap={4}>
      <Group gap="xs" justify="space-between">
        <AnchorLink to="/contacts/$contactId" params={{ contactId }} size="sm" fw={600}>
          {name ?? "Somebody without a name"}
        </AnchorLink>
        {language !== null && (
          <Text size="xs" c="dimmed">
            {languageName(language)}
            {channel === "sms" &&
              segments !== null &&
              `, ${segments} ${segments === 1 ? "segment" : "segments"}`}
          </Text>
        )}
      </Group>
      {kind === "ok" && (
        <Paper p="sm" radius="lg" bg="var(--mantine-color-default-hover)">
          <Text size="sm" dir="auto" className="wrap-anywhere" style={{ whiteSpace: "pre-wrap" }}>
            {text}
          </Text>
          {media.map((url) => (
            <Text key={url} size="xs" c="dimmed" className="wrap-anywhere">
              With {url}
            </Text>
          ))}
        </Paper>
      )}
      {kind === "missing" && (
        <Text size="sm" c="red">
          Not sent: nobody knows their {missing.map((one) => one.replaceAll("_", " ")).join(", ")}, and
          nothing stands in.
        </Text>
      )}
      {kind === "failed" && (
        <Text size="sm" c="red" className="wrap-anywhere">
          Not sent: {problem}.
        </Text>
      )}
      {kind === "ok" && missing.length > 0 && (
        <Text size="xs" c="dimmed">
          {missing.join(", ")} is not known: the default stands in.
        </Text>
      )}
      {costlyCharacters.length > 0 && (
        <Text size="xs" c="orange" className="wrap-anywhere">
          {`${costlyCharacters.join(" ")} ${costlyCharacters.length === 1 ? "makes" : "make"} it dearer.`}
        </Text>
      )}
    </Stack>
  );
}
