// Where to go: a step of the flow, its end, or whatever comes where nothing is chosen.
import { Select } from "@mantine/core";
import { useMemo } from "react";
import { labelStep } from "../draft/say-step.ts";
import { useEditing } from "../editor/editing.ts";

export interface GotoFieldProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
  /** What happens where nothing is chosen; where absent, something must be. */
  readonly otherwise?: string;
  readonly isLabelHidden?: boolean;
}

/** So many are drawn at once; typing finds the others. */
const SHOWN_MAX = 60;
/** No step is called so. */
const NOWHERE = "";

export function GotoField({ label, value, onChange, otherwise, isLabelHidden = false }: GotoFieldProps) {
  const { draft } = useEditing();
  const { nodes, languages } = draft;
  const data = useMemo(() => {
    const [language = "en"] = languages;
    const ids = new Set(nodes.map(({ id }) => id));
    const isMissing = value !== undefined && value !== "end" && !ids.has(value);
    // Of two steps with one id the first is meant.
    const steps = nodes.flatMap((step, index) =>
      ids.delete(step.id) ? [{ value: step.id, label: labelStep(step, index, language, nodes) }] : [],
    );
    return [
      ...(otherwise === undefined ? [] : [{ value: NOWHERE, label: otherwise }]),
      ...steps,
      { value: "end", label: "The end of the conversation" },
      ...(isMissing ? [{ value, label: `${value} (there is no such step)` }] : []),
    ];
  }, [nodes, languages, value, otherwise]);
  return (
    <Select
      {...(isLabelHidden ? { "aria-label": label } : { label })}
      data={data}
      value={value ?? NOWHERE}
      onChange={(next) => onChange(next === null || next === NOWHERE ? undefined : next)}
      allowDeselect={false}
      searchable
      limit={SHOWN_MAX}
      nothingFoundMessage="No step is called so"
    />
  );
}
