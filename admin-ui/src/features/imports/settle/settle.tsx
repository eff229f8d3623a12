// What the columns mean, and what holds for everybody in the file; then it is looked through without changing anybody.
import { Alert, Button, Group, Select, Stack, TagsInput, TextInput, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { checkMapping } from "#core/csv/mapping";
import { listCountries } from "../../../data/countries.ts";
import { useWords } from "../../../data/words.ts";
import { fieldProblems } from "../../../data/field-problems.ts";
import { useSave } from "../../../data/use-save.ts";
import { Choice } from "../../../ui/choice.tsx";
import { LeaveGuard } from "../../../ui/leave-guard.tsx";
import { ProblemNote } from "../../../ui/problem-note.tsx";
import { previewQuery } from "../questions.ts";
import type { Import, Target } from "../questions.ts";
import { RULE_WORDS } from "../words.ts";
import { Columns } from "./columns.tsx";
import { beginDryRun, isChanged, readingOf, settingsOf } from "./draft.ts";
import type { Settings } from "./draft.ts";
import { Reading } from "./reading.tsx";

export interface SettleProps {
  readonly record: Import;
  /** Where it is open above what a dry run found: closes it. */
  readonly onDone?: () => void;
}

/** Begins anew where the file is read otherwise: its columns are others then. */
export function Settle(props: SettleProps) {
  return <Form key={readingOf(props.record)} {...props} />;
}

function Form({ record, onDone }: SettleProps) {
  const words = useWords();
  const preview = useQuery(previewQuery(record.id, readingOf(record)));
  const [settings, setSettings] = useState<Settings>(() => settingsOf(record));
  const change = (part: Partial<Settings>) => setSettings((before) => ({ ...before, ...part }));
  const { mutate, isPending, isSuccess, error } = useSave({
    save: () => beginDryRun(record.id, settings),
    touches: ["imports"],
    isQuiet: true,
    onSaved: () => onDone?.(),
  });
  const problemAt = fieldProblems(error);
  const wrong = checkMapping(settings.mapping);
  return (
    <Stack gap="lg">
      <LeaveGuard isDirty={isChanged(record, settings) && !isSuccess} />
      <Reading record={record} />
      <Columns
        record={record}
        mapping={settings.mapping}
        rows={preview.data?.rows}
        words={words}
        onChange={(column, target: Target) =>
          change({ mapping: settings.mapping.map((one, place) => (place === column ? target : one)) })
        }
      />
      {preview.error !== null && (
        <ProblemNote problem={preview.error} title="The first rows cannot be shown" retry={preview.refetch} />
      )}
      <Stack gap="md" maw={560}>
        <Title order={2} size="h4">
          For everybody in the file
        </Title>
        <Select
          label="Country of numbers without a code"
          description="Numbers with + and a code are read as they are."
          placeholder="Every number has its code"
          data={[...listCountries()]}
          value={settings.defaultCountry}
          onChange={(defaultCountry) => change({ defaultCountry })}
          searchable
          clearable
          clearButtonProps={{ "aria-label": "No country" }}
          error={problemAt("defaultCountry")}
        />
        <Choice
          label="People we know already"
          ways={RULE_WORDS}
          value={settings.rule}
          onChange={(rule) => change({ rule })}
        />
        <TagsInput
          label="Tags they all get"
          data={[...words.tags]}
          value={[...settings.addTags]}
          onChange={(addTags) => change({ addTags })}
          maxTags={20}
          error={problemAt("addTags")}
        />
        <TextInput
          label="Proof that everybody agreed to hear from you"
          description="Where and when they did. Leave it empty where they did not all agree, or where a column says who did."
          placeholder="Signed the list at the summer fair, 4 July 2026"
          maxLength={500}
          value={settings.everybodyAgreed}
          onChange={({ currentTarget }) => change({ everybodyAgreed: currentTarget.value })}
          error={problemAt("everybodyAgreed")}
        />
      </Stack>
      {wrong !== null && (
        <Alert color="yellow" title="The columns do not make an import yet" role="status">
          {`${wrong.charAt(0).toUpperCase()}${wrong.slice(1)}.`}
        </Alert>
      )}
      {error !== null && <ProblemNote problem={error} />}
      <Group gap="xs">
        <Button onClick={() => mutate()} loading={isPending} disabled={wrong !== null}>
          See what would change
        </Button>
        {onDone !== undefined && (
          <Button variant="default" onClick={onDone}>
            Cancel
          </Button>
        )}
      </Group>
    </Stack>
  );
}
