// Takes one member out of a list.
import { ActionIcon } from "@mantine/core";
import { IconX } from "@tabler/icons-react";

export interface RemoveButtonProps {
  /** `Remove option 2`. */
  readonly label: string;
  readonly onClick: () => void;
  readonly isDisabled?: boolean;
}

export function RemoveButton({ label, onClick, isDisabled = false }: RemoveButtonProps) {
  return (
    <ActionIcon
      variant="subtle"
      className="tool"
      color="gray"
      size={36}
      aria-label={label}
      onClick={onClick}
      disabled={isDisabled}
    >
      <IconX size={16} aria-hidden />
    </ActionIcon>
  );
}
