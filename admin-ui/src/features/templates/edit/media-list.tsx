// Pictures and files that go along, by their addresses on the web.
import { ActionIcon, Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";

export interface MediaListProps {
  readonly media: readonly string[];
  readonly onChange: (media: readonly string[]) => void;
}

/** As many as Twilio takes along. */
const MEDIA_MAX = 10;

export function MediaList({ media, onChange }: MediaListProps) {
  return (
    <Stack gap="xs">
      <Text size="sm" fw={500}>
        Pictures and files
      </Text>
      {media.map((url, nth) => (
        <Group key={nth} gap="xs" wrap="nowrap">
          <TextInput
            aria-label={`Address of file ${nth + 1}`}
            placeholder="https://…"
            type="url"
            value={url}
            onChange={({ currentTarget: { value } }) =>
              onChange(media.map((other, place) => (place === nth ? value : other)))
            }
            error={/^https:\/\/\S+$/.test(url) ? undefined : "An address begins with https://"}
            style={{ flex: 1 }}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            onClick={() => onChange(media.filter((_, place) => place !== nth))}
            aria-label={`Take file ${nth + 1} away`}
          >
            <IconX size={18} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      {media.length < MEDIA_MAX && (
        <Group>
          <Button variant="default" size="compact-sm" onClick={() => onChange([...media, ""])}>
            Add a picture or file
          </Button>
        </Group>
      )}
    </Stack>
  );
}
