// A part of a step that may be absent: a switch brings it, and takes it away.
import { Stack, Switch } from "@mantine/core";
import type { ReactNode } from "react";

export interface OptionalPartProps {
  readonly label: string;
  readonly description?: string;
  readonly isThere: boolean;
  readonly onToggle: (isThere: boolean) => void;
  readonly children: ReactNode;
}

export function OptionalPart({ label, description, isThere, onToggle, children }: OptionalPartProps) {
  return (
    <Stack gap="xs">
      <Switch
        label={label}
        {...(description !== undefined && { description })}
        checked={isThere}
        onChange={({ currentTarget: { checked } }) => onToggle(checked)}
      />
      {isThere && <div className="nested">{children}</div>}
    </Stack>
  );
}
