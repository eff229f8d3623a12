// A part of a page under a heading of its own, found by that name.
import { Stack, Title } from "@mantine/core";
import type { ReactNode } from "react";

export interface SectionProps {
  readonly title: string;
  readonly gap?: "xs" | "md";
  readonly children: ReactNode;
}

export function Section({ title, gap = "md", children }: SectionProps) {
  return (
    <Stack gap={gap} component="section" aria-label={title}>
      <Title order={2} size="h4">
        {title}
      </Title>
      {children}
    </Stack>
  );
}
