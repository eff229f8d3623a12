// Asks once more before something that cannot simply be taken back.
import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";

export interface ConfirmProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** On the red button. */
  readonly action: string;
  /** On the other one. */
  readonly keep?: string;
  readonly isBusy: boolean;
  readonly onConfirm: () => void;
  readonly children: ReactNode;
}

export function Confirm({
  isOpen,
  onClose,
  title,
  action,
  keep = "Cancel",
  isBusy,
  onConfirm,
  children,
}: ConfirmProps) {
  return (
    <Modal opened={isOpen} onClose={onClose} title={title} centered>
      <Stack>
        <Text size="sm" component="div">
          {children}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {keep}
          </Button>
          <Button color="red" loading={isBusy} onClick={onConfirm}>
            {action}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
