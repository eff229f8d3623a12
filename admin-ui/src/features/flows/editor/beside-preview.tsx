// The editor with the live preview at its side; where there is no room for both, the preview comes in from the edge.
import { Button, Drawer, Skeleton } from "@mantine/core";
import { useDisclosure, useMediaQuery } from "@mantine/hooks";
import { IconDeviceMobileMessage } from "@tabler/icons-react";
import { lazy, Suspense, useDeferredValue, useMemo, useState } from "react";
import type { ReactNode } from "react";
import type { Draft } from "../draft/draft.ts";
import "./editor.css";

const Preview = lazy(async () => ({ default: (await import("../preview/preview.tsx")).Preview }));

export interface BesidePreviewProps {
  readonly draft: Draft;
  readonly slug: string;
  readonly children: ReactNode;
}

/** The same as in editor.css. */
const ROOM = "(min-width: 75em)";

export function BesidePreview({ draft, slug, children }: BesidePreviewProps) {
  const hasRoom = useMediaQuery(ROOM, undefined, { getInitialValueInEffect: false });
  const [isOpen, { open, close }] = useDisclosure();
  // What was said stays said while the draft is mended.
  const [hasOpened, setOpened] = useState(false);
  // Typing comes first: the whole conversation is played again after it.
  const later = useDeferredValue(draft);
  const preview = useMemo(
    () => (
      <Suspense fallback={<Skeleton h={480} aria-hidden />}>
        <Preview flow={later} slug={slug} />
      </Suspense>
    ),
    [later, slug],
  );
  if (hasRoom)
    return (
      <div className="beside-preview">
        <div>{children}</div>
        <div className="preview-place">{preview}</div>
      </div>
    );
  return (
    <div>
      <Button
        variant="default"
        mb="sm"
        leftSection={<IconDeviceMobileMessage size={16} aria-hidden />}
        onClick={() => {
          setOpened(true);
          open();
        }}
      >
        Try it
      </Button>
      {children}
      <Drawer opened={isOpen} onClose={close} position="right" title="This draft" keepMounted>
        {hasOpened && preview}
      </Drawer>
    </div>
  );
}
