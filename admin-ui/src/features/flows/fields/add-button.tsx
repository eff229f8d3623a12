// Puts one more member into a list.
import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";

export interface AddButtonProps {
  readonly label: string;
  readonly onClick: () => void;
}

export function AddButton({ label, onClick }: AddButtonProps) {
  return (
    <div>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={onClick}
      >
        {label}
      </Button>
    </div>
  );
}
