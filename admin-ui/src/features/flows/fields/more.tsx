// Options that most steps do without: folded away, and open where one of them is in use.
import { Button, Collapse, Stack } from "@mantine/core";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { useState } from "react";
import type { ReactNode } from "react";
import { useEditing } from "../editor/editing.ts";

export interface MoreProps {
  readonly label: string;
  readonly isInUse: boolean;
  /** Members of the step that stand here: a problem of one unfolds it. */
  readonly fields?: readonly string[];
  readonly children: ReactNode;
}

export function More({ label, isInUse, fields = [], children }: MoreProps) {
  const { problems } = useEditing();
  const [wish, setWish] = useState<boolean | null>(null);
  const isOpen = wish ?? (isInUse || problems.some(({ field }) => fields.includes(field)));
  const toggle = () => setWish(!isOpen);
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <div>
      {/* A link and not a button: what may only be looked at can be unfolded too. */}
      <Button
        component="a"
        role="button"
        tabIndex={0}
        variant="subtle"
        size="compact-sm"
        leftSection={<Chevron size={16} aria-hidden />}
        onClick={toggle}
        onKeyDown={(event) => {
          if (event.key !== "Enter" && event.key !== " ") return;
          event.preventDefault();
          toggle();
        }}
        aria-expanded={isOpen}
      >
        {label}
      </Button>
      <Collapse expanded={isOpen}>
        {isOpen && (
          <Stack gap="md" pt="xs">
            {children}
          </Stack>
        )}
      </Collapse>
    </div>
  );
}
