// The page of a line: its parts as tabs, one button that saves them all.
import { Alert, Badge, Button, Group, Tabs } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { toProblem } from "../../../data/problem.ts";
import { useMay } from "../../../data/use-session.ts";
import { LeaveGuard } from "../../../ui/leave-guard.tsx";
import { BackLink } from "../../../ui/links.tsx";
import { Page } from "../../../ui/page.tsx";
import { TabList } from "../../../ui/tab-list.tsx";
import { ProblemNote } from "../../../ui/problem-note.tsx";
import { LookingOn } from "../../../ui/looking-on.tsx";
import "../setup.css";
import { ArchiveLine } from "./archive-line.tsx";
import { HoursTab } from "./hours-tab.tsx";
import { TAB_OF } from "./line-draft.ts";
import type { LineDraft } from "./line-draft.ts";
import type { LineFound } from "./line-page.tsx";
import { LineTab } from "./line-tab.tsx";
import { SendingTab } from "./sending-tab.tsx";
import { LINE_TABS } from "./tabs.ts";
import type { LineTab as Tab } from "./tabs.ts";
import { useLineForm } from "./use-line-form.ts";
import type { LineForm } from "./use-line-form.ts";
import { WordsTab } from "./words-tab.tsx";

const Starts = lazy(() => import("./starts.tsx"));

const OPTIONS = {
  line: "Line",
  hours: "Hours",
  sending: "Sending",
  words: "Words",
} as const;
const TAB_WORDS: Readonly<Record<Tab, string>> = { starts: "What starts here", ...OPTIONS };

export interface LineEditorProps {
  readonly line: LineFound | null;
  /** What a new line begins as. */
  readonly begin: LineDraft | null;
}

export function LineEditor({ line, begin }: LineEditorProps) {
  const form = useLineForm(line, begin);
  const { tab } = useSearch({ strict: false });
  const navigate = useNavigate();
  const mayEdit = useMay("editor") && (line === null || line.archivedAt === null);
  const tabs = LINE_TABS.filter((each) => each !== "starts" || line !== null);
  const shown = tabs.find((each) => each === tab) ?? tabs[0] ?? "line";
  const choose = (value: string | null) =>
    void navigate({
      to: ".",
      search: { tab: LINE_TABS.find((each) => each === value) ?? "line" },
      replace: true,
    });
  return (
    <Page
      title={line === null ? "New line" : line.name}
      lead={line?.archivedAt != null && <Badge color="gray">Put away</Badge>}
      back={<BackLink to="/setup/lines">Lines</BackLink>}
      actions={
        mayEdit && (
          <>
            {line !== null && <ArchiveLine line={line} />}
            {(line === null || shown !== "starts" || form.isDirty) && (
              <Button loading={form.isSaving} disabled={!form.isDirty} onClick={form.save}>
                {line === null ? "Add the line" : "Save"}
              </Button>
            )}
          </>
        )
      }
    >
      <LeaveGuard
        isDirty={form.isDirty}
        isHere={(path) => path === `/setup/lines/${line === null ? "new" : line.id}`}
      />
      <Problem form={form} />
      <Tabs value={shown} onChange={choose} keepMounted={false}>
        <TabList
          labels={line === null ? OPTIONS : TAB_WORDS}
          marked={tabs.filter((each) => hasProblem(form, each))}
          value={shown}
          onChange={choose}
        />
        <Tabs.Panel value={shown} pt="lg">
          {shown === "starts" && line !== null && (
            <Suspense fallback={null}>
              <Starts line={line} />
            </Suspense>
          )}
          <LookingOn />
          <fieldset disabled={!mayEdit} className="setup-plain">
            {shown === "line" && <LineTab form={form} />}
            {shown === "hours" && <HoursTab form={form} />}
            {shown === "sending" && <SendingTab form={form} />}
            {shown === "words" && <WordsTab form={form} />}
          </fieldset>
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

function hasProblem({ problemAt }: LineForm, tab: Tab): boolean {
  return Object.entries(TAB_OF).some(([name, place]) => place === tab && problemAt(name) !== undefined);
}

/** Which field, where it is one; else the whole sentence. Somebody else's change is shown before it is overwritten. */
function Problem({ form: { problem, problemAt, reload } }: { readonly form: LineForm }) {
  if (problem === null) return null;
  if (toProblem(problem).code === "conflict") {
    return (
      <Alert color="orange" title="Not saved" role="alert">
        {toProblem(problem).message}
        <Group mt="sm">
          <Button variant="default" size="compact-sm" onClick={() => void reload()}>
            Show it as it is now, without my changes
          </Button>
        </Group>
      </Alert>
    );
  }
  const isPlaced = Object.keys(TAB_OF).some((name) => problemAt(name) !== undefined);
  return <ProblemNote problem={problem} title={isPlaced ? "Something does not fit yet" : "Not saved"} />;
}
