// What stands under each tab of a flow; what is heavy is fetched with its tab.
import { Skeleton, Text } from "@mantine/core";
import { lazy, Suspense } from "react";
import type { Found } from "../draft/place-problem.ts";
import type { ReadDraft } from "../draft/read-draft.ts";
import type { FlowWithDraft } from "../questions.ts";
import type { Tab } from "./tabs.ts";
import type { DraftState } from "./use-draft.ts";

const EditTab = lazy(async () => ({ default: (await import("../editor/edit-tab.tsx")).EditTab }));
const PictureTab = lazy(async () => ({ default: (await import("./picture-tab.tsx")).PictureTab }));
const Replay = lazy(async () => ({ default: (await import("../replay/replay.tsx")).Replay }));
const JsonTab = lazy(async () => ({ default: (await import("./json-tab.tsx")).JsonTab }));
const StartTab = lazy(async () => ({ default: (await import("./start-tab.tsx")).StartTab }));
const VersionsTab = lazy(async () => ({
  default: (await import("../versions/versions-tab.tsx")).VersionsTab,
}));

export interface TabPanelProps {
  readonly tab: Tab;
  readonly flow: FlowWithDraft;
  readonly state: DraftState;
  readonly read: ReadDraft;
  readonly problems: readonly Found[];
  readonly mayEdit: boolean;
}

export function TabPanel(props: TabPanelProps) {
  return (
    <Suspense fallback={<Skeleton h={320} aria-hidden />}>
      <Shown {...props} />
    </Suspense>
  );
}

function Shown({ tab, flow, state, read, problems, mayEdit }: TabPanelProps) {
  switch (tab) {
    case "edit":
      return <EditTab slug={flow.slug} read={read} edit={state.edit} problems={problems} mayEdit={mayEdit} />;
    case "picture":
      return <PictureTab flow={flow} read={read} />;
    case "start":
      return <StartTab flow={flow} mayEdit={mayEdit} />;
    case "versions":
      return <VersionsTab flow={flow} state={state} mayEdit={mayEdit} />;
    case "replay":
      return read.kind === "steps" ? (
        <Replay flowId={flow.id} draft={read.draft} />
      ) : (
        <Text size="sm">Its JSON is to be mended before it can be tried.</Text>
      );
    case "json":
      return <JsonTab flow={flow} state={state} mayEdit={mayEdit} />;
    default:
      return tab satisfies never;
  }
}
