// What a comparison compares with: a choice, words, a number, a day, several, or nothing at all.
import { arityOf } from "#core/arity";
import { Group, MultiSelect, Select, TagsInput, TextInput } from "@mantine/core";
import type { Filter } from "#core/condition";
import type { Choice, Subject } from "../../draft/subjects.ts";
import { readScalar, sayScalar } from "./scalar.ts";
import type { Scalar } from "./scalar.ts";

export interface ValueFieldProps {
  readonly value: Filter;
  readonly choices: readonly Choice[] | null;
  readonly holds: Subject["holds"];
  readonly onChange: (value: Filter) => void;
}

const FLAGS = [
  { value: "true", label: "yes" },
  { value: "false", label: "no" },
];

export function ValueField({ value: filter, choices, holds, onChange }: ValueFieldProps) {
  const { op, value } = filter;
  const list = value === undefined ? [] : [value].flat();
  const set = (next: Scalar | Scalar[]) => onChange({ ...filter, value: next });
  const arity = arityOf(op);
  switch (arity) {
    case "existence":
      return (
        <Select
          aria-label="Known or not"
          data={FLAGS}
          value={String(value ?? true)}
          onChange={(next) => set(next === "true")}
          allowDeselect={false}
          flex={1}
          miw={100}
        />
      );
    case "many":
      return <Several list={list} choices={choices} holds={holds} onChange={set} />;
    case "two":
      return (
        <Group gap="xs" flex={1} miw={160} wrap="nowrap">
          {[0, 1].map((place) => (
            <One
              key={place}
              label={place === 0 ? "From" : "To"}
              value={list[place] ?? ""}
              choices={null}
              holds={holds}
              onChange={(next) => set(place === 0 ? [next, list[1] ?? ""] : [list[0] ?? "", next])}
            />
          ))}
        </Group>
      );
    case "one":
      return <One label="With what" value={list[0] ?? ""} choices={choices} holds={holds} onChange={set} />;
    default:
      return arity satisfies never;
  }
}

interface OneProps extends Pick<ValueFieldProps, "choices" | "holds"> {
  readonly label: string;
  readonly value: Scalar;
  readonly onChange: (value: Scalar) => void;
}

function One({ label, value, choices, holds, onChange }: OneProps) {
  const options = holds === "flag" ? FLAGS : choices;
  if (options === null)
    return (
      <TextInput
        aria-label={label}
        value={sayScalar(value)}
        onChange={({ currentTarget }) => onChange(readScalar(currentTarget.value, holds))}
        {...(holds === "date" && { placeholder: "2026-12-31" })}
        flex={1}
        miw={100}
      />
    );
  const text = sayScalar(value);
  const isKnown = options.some((option) => option.value === text);
  return (
    <Select
      aria-label={label}
      data={[...options, ...(isKnown || text === "" ? [] : [{ value: text, label: text }])]}
      value={text === "" ? null : text}
      onChange={(next) => next !== null && onChange(readScalar(next, holds))}
      allowDeselect={false}
      flex={1}
      miw={120}
    />
  );
}

interface SeveralProps extends Pick<ValueFieldProps, "choices" | "holds"> {
  readonly list: readonly Scalar[];
  readonly onChange: (value: Scalar[]) => void;
}

function Several({ list, choices, holds, onChange }: SeveralProps) {
  const values = [...new Set(list.map(sayScalar))];
  const change = (next: string[]) => onChange(next.map((text) => readScalar(text, holds)));
  if (choices === null)
    return (
      <TagsInput
        aria-label="With what"
        placeholder={values.length === 0 ? "Type, then Enter" : ""}
        value={values}
        onChange={change}
        acceptValueOnBlur
        flex={2}
        miw={160}
      />
    );
  const known = new Set(choices.map(({ value }) => value));
  const others = values.filter((value) => !known.has(value)).map((value) => ({ value, label: value }));
  return (
    <MultiSelect
      aria-label="With what"
      data={[...choices, ...others]}
      value={values}
      onChange={change}
      flex={2}
      miw={160}
    />
  );
}
