// Who wrote back.
import { Stack, Text, Title } from "@mantine/core";
import type { Campaign } from "../questions.ts";
import { people } from "../words.ts";

export interface RepliesProps {
  readonly campaign: Campaign;
  readonly replied: number;
}

export function Replies({ replied }: RepliesProps) {
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        Replies
      </Title>
      <Text size="sm" c="dimmed">
        {replied === 0 ? "Nobody has written back yet." : `${people(replied)} wrote back.`}
      </Text>
    </Stack>
  );
}
