// The flow as a whole: its languages, words that count anywhere, what placeholders say for those who lack them, when it expires.
import { Skeleton, Stack, Text, UnstyledButton } from "@mantine/core";
import { IconChevronDown, IconChevronUp, IconSettings } from "@tabler/icons-react";
import { lazy, Suspense, useMemo } from "react";
import type { Draft } from "../draft/draft.ts";
import type { Found } from "../draft/place-problem.ts";
import { nameLanguage } from "../draft/say-step.ts";
import { EditingProvider } from "./editing.ts";
import "./editor.css";
import { SETTINGS_KEY } from "./keys.ts";
import { ProblemIcon } from "./problem-list.tsx";

const SettingsForm = lazy(async () => ({ default: (await import("./settings-form.tsx")).SettingsForm }));

export interface SettingsCardProps {
  readonly draft: Draft;
  readonly problems: readonly Found[];
  readonly isOpen: boolean;
  readonly onOpen: (key: string | null) => void;
  readonly change: (next: (draft: Draft) => Draft) => void;
  readonly mayEdit: boolean;
}

export function SettingsCard({ draft, problems, isOpen, onOpen, change, mayEdit }: SettingsCardProps) {
  const ours = useMemo(() => problems.filter(({ node }) => node === null), [problems]);
  const editing = useMemo(
    () => ({ draft, languages: draft.languages, problems: ours, index: draft.nodes.length }),
    [draft, ours],
  );
  const Chevron = isOpen ? IconChevronUp : IconChevronDown;
  const [worst] = ours;
  return (
    <section className="step" data-open={isOpen || undefined} aria-label="Settings of the flow">
      <div className="step-head">
        <UnstyledButton
          className="step-opener"
          aria-expanded={isOpen}
          onClick={() => onOpen(isOpen ? null : SETTINGS_KEY)}
        >
          <Text component="span" c="dimmed" className="step-icon">
            <IconSettings size={18} aria-hidden />
          </Text>
          <span className="step-names">
            <span className="step-name">Settings of the flow</span>
            <span className="step-sum">{draft.languages.map(nameLanguage).join(", ")}</span>
          </span>
          {worst !== undefined && <ProblemIcon kind={worst.kind} />}
          <Chevron size={16} aria-hidden />
        </UnstyledButton>
      </div>
      {isOpen && (
        <EditingProvider value={editing}>
          <fieldset className="step-body" disabled={!mayEdit} aria-label="Settings of the flow">
            <Stack gap="md">
              <Suspense fallback={<Skeleton h={240} aria-hidden />}>
                <SettingsForm draft={draft} change={change} />
              </Suspense>
            </Stack>
          </fieldset>
        </EditingProvider>
      )}
    </section>
  );
}
