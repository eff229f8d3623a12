// The frame of a page: its name, what can be done with all of it, and the way back.
import { Group, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

export interface PageProps {
  readonly title: ReactNode;
  /** In one line, below the title. */
  readonly lead?: ReactNode;
  /** Buttons at the right. */
  readonly actions?: ReactNode;
  /** A BackLink, on a page below another. */
  readonly back?: ReactNode;
  readonly children: ReactNode;
}

/** Where the line has no room for both, the buttons go below what is said of the page. */
const LEAD_FLEX = "1 1 20rem";

export function Page({ title, lead, actions, back, children }: PageProps) {
  return (
    <Stack gap="lg" className="page">
      <Stack gap={4}>
        {back}
        <Group justify="space-between" align="flex-start" gap="sm">
          <Stack gap={4} miw={0} flex={lead === undefined ? "0 1 auto" : LEAD_FLEX}>
            <Title order={1} size="h2" className="wrap-anywhere">
              {title}
            </Title>
            {lead !== undefined && (
              <Text c="dimmed" component="div">
                {lead}
              </Text>
            )}
          </Stack>
          {actions !== undefined && <Group gap="xs">{actions}</Group>}
        </Group>
      </Stack>
      {children}
    </Stack>
  );
}
