// One response beside the table: who, what, and all that was said.
import { Drawer } from "@mantine/core";
import type { Flow } from "#core/conversation/flow";
import { AnchorLink } from "../../ui/links.tsx";
import { OneResponse } from "./one-response.tsx";

export interface ResponseDrawerProps {
  /** null: closed. */
  readonly runId: string | null;
  readonly document: Flow | null;
  readonly onClose: () => void;
}

export function ResponseDrawer({ runId, document, onClose }: ResponseDrawerProps) {
  return (
    <Drawer
      opened={runId !== null}
      onClose={onClose}
      position="right"
      size="lg"
      title="Response"
      closeButtonProps={{ "aria-label": "Close" }}
    >
      {runId !== null && (
        <>
          <OneResponse runId={runId} document={document} />
          <AnchorLink to="/responses/$runId" params={{ runId }} size="sm">
            On a page of its own
          </AnchorLink>
        </>
      )}
    </Drawer>
  );
}
