// About whom one wants to know whether they are in it.
import { Modal } from "@mantine/core";
import { FindPerson } from "../../../ui/find-person.tsx";

export interface AskWhyProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onChoose: (contactId: string) => void;
}

export function AskWhy({ isOpen, onClose, onChoose }: AskWhyProps) {
  return (
    <Modal opened={isOpen} onClose={onClose} title="Is somebody in it, and why?">
      <FindPerson verb="Ask about" onChoose={onChoose} />
    </Modal>
  );
}
