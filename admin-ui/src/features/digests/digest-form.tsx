// What is set of a digest. What somebody typed stays, whatever the API says to it.
import { Button, Checkbox, Group, MultiSelect, Select, Stack, Switch, TextInput } from "@mantine/core";
import { useState } from "react";
import type { FormEvent } from "react";
import { useFlows } from "../../data/choices.ts";
import { fieldProblems } from "../../data/field-problems.ts";
import { useGroups } from "../../data/helplines.ts";
import { LeaveGuard } from "../../ui/leave-guard.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { isSame, newDraft, toDraft, toInput } from "./draft.ts";
import type { Draft } from "./draft.ts";
import type { Digest, DigestInput } from "./questions.ts";
import { SECTIONS_ALL } from "./sections.ts";
import { SECTION_WORDS, WEEKDAYS } from "./words.ts";

const ZONES = Intl.supportedValuesOf("timeZone");
/** More zones than anybody scrolls through. */
const ZONES_SHOWN = 50;

export interface DigestFormProps {
  /** Absent for one that is not there yet. */
  readonly digest?: Digest;
  readonly zone: string;
  readonly problem: unknown;
  readonly isSaving: boolean;
  readonly onSave: (input: DigestInput, changedAt?: string) => Promise<unknown>;
}

export function DigestForm({ digest, zone, problem, isSaving, onSave }: DigestFormProps) {
  // What is edited, over the digest as it was when the edit began: a save says which one it saw.
  const [edit, setEdit] = useState<{ readonly draft: Draft; readonly over: Digest | undefined } | null>(null);
  const kept = digest === undefined ? newDraft(zone) : toDraft(digest);
  const draft = edit?.draft ?? kept;
  const isDirty =
    edit !== null && !isSame(draft, edit.over === undefined ? newDraft(zone) : toDraft(edit.over));
  const change = (part: Partial<Draft>): void =>
    setEdit({ draft: { ...draft, ...part }, over: edit === null ? digest : edit.over });
  // What was wrong with an edit goes with it.
  const wrong = edit === null ? null : problem;
  const at = fieldProblems(wrong);
  const isToldAtFields = ["email", "at", "zone"].some((path) => at(path) !== undefined);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    try {
      await onSave(toInput(draft), edit?.over?.changedAt);
      setEdit(null);
    } catch {
      // Said below, or at its field.
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack maw={520}>
        <LeaveGuard isDirty={isDirty && !isSaving} />
        <TextInput
          label="To"
          type="email"
          value={draft.email}
          onChange={({ currentTarget: { value } }) => change({ email: value })}
          error={at("email")}
          required
        />
        <Group align="flex-start" grow>
          <Select
            label="How often"
            data={[
              { value: "daily", label: "Every day" },
              { value: "weekly", label: "Every week" },
            ]}
            value={draft.period}
            onChange={(value) => change({ period: value === "weekly" ? "weekly" : "daily" })}
            allowDeselect={false}
          />
          {draft.period === "weekly" && (
            <Select
              label="On"
              data={WEEKDAYS.map((label, index) => ({ value: String(index + 1), label }))}
              value={String(draft.weekday)}
              onChange={(value) => change({ weekday: Number(value ?? draft.weekday) })}
              allowDeselect={false}
            />
          )}
          <TextInput
            label="At"
            type="time"
            value={draft.at}
            onChange={({ currentTarget: { value } }) => change({ at: value })}
            error={at("at")}
            required
          />
        </Group>
        <Select
          label="By the clock of"
          data={ZONES.includes(draft.zone) ? ZONES : [draft.zone, ...ZONES]}
          value={draft.zone}
          onChange={(value) => change({ zone: value ?? draft.zone })}
          searchable
          limit={ZONES_SHOWN}
          allowDeselect={false}
          error={at("zone")}
        />
        <Checkbox.Group
          label="About"
          description="What needs somebody is always in it."
          value={[...draft.sections]}
          onChange={(chosen) =>
            change({ sections: SECTIONS_ALL.filter((section) => chosen.includes(section)) })
          }
        >
          <Group mt="xs">
            {SECTIONS_ALL.map((section) => (
              <Checkbox key={section} value={section} label={SECTION_WORDS[section]} />
            ))}
          </Group>
        </Checkbox.Group>
        <Scope
          label="Only these flows"
          choices={useFlows().data ?? []}
          chosen={draft.flows}
          onChange={(flows) => change({ flows })}
        />
        <Scope
          label="Only these groups"
          choices={useGroups().data ?? []}
          chosen={draft.helplines}
          onChange={(helplines) => change({ helplines })}
        />
        <Switch
          label="Not when nothing happened"
          description="No e-mail about a period in which nothing happened and nothing is to be done."
          checked={draft.skipWhenQuiet}
          onChange={({ currentTarget: { checked } }) => change({ skipWhenQuiet: checked })}
        />
        {wrong !== null && !isToldAtFields && <ProblemNote problem={wrong} />}
        <Group>
          <Button type="submit" loading={isSaving} disabled={!isDirty}>
            {digest === undefined ? "Begin" : "Save"}
          </Button>
          {isDirty && digest !== undefined && (
            <Button variant="default" onClick={() => setEdit(null)}>
              Undo the changes
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}

interface ScopeProps {
  readonly label: string;
  readonly choices: readonly { readonly id: string; readonly name: string }[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

function Scope({ label, choices, chosen, onChange }: ScopeProps) {
  const known = choices.map(({ id, name }) => ({ value: id, label: name }));
  const gone = chosen
    .filter((id) => choices.every((choice) => choice.id !== id))
    .map((id) => ({ value: id, label: "No longer in use" }));
  return (
    <MultiSelect
      label={label}
      placeholder={chosen.length === 0 ? "All of them" : ""}
      data={[...known, ...gone]}
      value={[...chosen]}
      onChange={onChange}
      searchable
      clearable
      clearButtonProps={{ "aria-label": `${label}: all of them` }}
    />
  );
}
