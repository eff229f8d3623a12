// The live preview: a phone beside the editor on which the draft answers as it would answer people.
import {
  ActionIcon,
  Alert,
  Collapse,
  CopyButton,
  Group,
  Skeleton,
  Stack,
  Switch,
  Text,
  Tooltip,
} from "@mantine/core";
import {
  IconArrowBackUp,
  IconClipboardCheck,
  IconClipboardText,
  IconRefresh,
  IconUser,
} from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import type { Draft } from "../draft/draft.ts";
import { ClockBar } from "./clock-bar.tsx";
import { Composer } from "./composer.tsx";
import { Thread } from "./thread.tsx";
import { usePreview } from "./use-preview.ts";
import "./preview.css";

const CastForm = lazy(async () => ({ default: (await import("./cast-form.tsx")).CastForm }));

export interface PreviewProps {
  readonly flow: Draft;
  /** Names the flow in what is copied as a test. */
  readonly slug?: string;
}

export function Preview({ flow, slug = "flow" }: PreviewProps) {
  const trial = usePreview(flow, slug);
  const { cast, scene, act, restart } = trial;
  const [isCastOpen, openCast] = useState(false);
  const [isExplained, explain] = useState(false);
  return (
    <Stack gap="xs" component="section" aria-label="Preview" className="preview">
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Text fw={600}>Try it</Text>
        <Group gap={4} wrap="nowrap">
          <Tooltip label="Who is talking">
            <ActionIcon
              variant={isCastOpen ? "light" : "subtle"}
              color="gray"
              aria-label="Who is talking"
              aria-expanded={isCastOpen}
              onClick={() => openCast(!isCastOpen)}
            >
              <IconUser size={18} aria-hidden />
            </ActionIcon>
          </Tooltip>
          <Tooltip label="Take the last thing back">
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label="Take the last thing back"
              disabled={!trial.canUndo}
              onClick={trial.undo}
            >
              <IconArrowBackUp size={18} aria-hidden />
            </ActionIcon>
          </Tooltip>
          <Tooltip label="Begin again">
            <ActionIcon variant="subtle" color="gray" aria-label="Begin again" onClick={() => restart()}>
              <IconRefresh size={18} aria-hidden />
            </ActionIcon>
          </Tooltip>
          {scene.kind === "played" && <CopyAsTest transcript={scene.transcript} />}
        </Group>
      </Group>
      <Collapse expanded={isCastOpen}>
        {isCastOpen && (
          <Suspense fallback={<Skeleton h={240} aria-hidden />}>
            <CastForm flow={flow} cast={cast} onChange={restart} />
          </Suspense>
        )}
      </Collapse>
      {scene.kind === "unplayable" ? (
        <Alert color="gray">{scene.why}</Alert>
      ) : (
        <>
          <Thread scene={scene} isExplained={isExplained} onAct={act} />
          <Composer channel={cast.channel} phase={scene.state.phase} onAct={act} />
          <ClockBar state={scene.state} now={scene.now} onAct={act} />
          <Switch
            size="sm"
            label="Show what happened at each step"
            checked={isExplained}
            onChange={(event) => explain(event.currentTarget.checked)}
          />
        </>
      )}
    </Stack>
  );
}

function CopyAsTest({ transcript }: { readonly transcript: string }) {
  return (
    <CopyButton value={transcript}>
      {({ copied, copy }) => (
        <Tooltip label={copied ? "Copied" : "Copy as test"}>
          <ActionIcon
            variant="subtle"
            color={copied ? "teal" : "gray"}
            aria-label={copied ? "Copied" : "Copy as test"}
            onClick={copy}
          >
            {copied ? (
              <IconClipboardCheck size={18} aria-hidden />
            ) : (
              <IconClipboardText size={18} aria-hidden />
            )}
          </ActionIcon>
        </Tooltip>
      )}
    </CopyButton>
  );
}
