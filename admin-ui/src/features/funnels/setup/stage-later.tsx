// The stage that people go on to, and after how many days.
import { NumberInput, Select, Text } from "@mantine/core";

export interface StageLaterProps<Lead extends { readonly stage: string; readonly afterDays: number }> {
  /** Whose lead it is, for those who hear the labels. */
  readonly about: string;
  readonly lead: Lead;
  readonly stages: readonly { value: string; label: string }[];
  /** What stands behind the days, with its comma where a sentence goes on. */
  readonly words: string;
  readonly onChange: (lead: Lead) => void;
}

export const DAYS_MAX = 365;

export function StageLater<Lead extends { readonly stage: string; readonly afterDays: number }>({
  about,
  lead,
  stages,
  words,
  onChange,
}: StageLaterProps<Lead>) {
  return (
    <>
      <Select
        aria-label={`${about}: stage`}
        data={[...stages]}
        value={lead.stage}
        onChange={(stage) => stage !== null && onChange({ ...lead, stage })}
        allowDeselect={false}
        w={190}
      />
      <NumberInput
        aria-label={`${about}: days until then`}
        value={lead.afterDays}
        onChange={(days) => typeof days === "number" && onChange({ ...lead, afterDays: days })}
        min={0}
        max={DAYS_MAX}
        allowDecimal={false}
        w={80}
      />
      <Text size="sm">{words}</Text>
    </>
  );
}
