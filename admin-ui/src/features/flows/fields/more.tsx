// Options that most steps do without: folded away, and open where one of them is in use.
import { Button, Collapse, Stack } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import type { ReactNode } from "react";

export interface MoreProps {
  readonly label: string;
  readonly isInUse: boolean;
  readonly children: ReactNode;
}

export function More({ label, isInUse, children }: MoreProps) {
  const [isOpen, { toggle }] = useDisclosure(isInUse);
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
