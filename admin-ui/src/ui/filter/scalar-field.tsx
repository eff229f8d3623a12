// One value: chosen from those there are, or typed as words, as a number, or as yes or no.
import { Autocomplete, Group, NumberInput, Select, TextInput } from "@mantine/core";
import type { Scalar } from "#core/compare";
import { asKind, KIND_WORDS, kindOf } from "./scalar.ts";
import type { Kind } from "./scalar.ts";
import type { Options } from "./use-known.ts";

export interface ScalarFieldProps {
  readonly label: string;
  readonly value: Scalar;
  readonly options: Options;
  readonly onChange: (value: Scalar) => void;
  /** A list may hold nothing as well. */
  readonly mayBeNothing?: boolean;
}

export function ScalarField({ label, value, options, onChange, mayBeNothing = false }: ScalarFieldProps) {
  const kind = kindOf(value);
  if (options.isClosed && kind === "words")
    return (
      <Select
        aria-label={label}
        placeholder="Choose"
        data={withOwn(options.choices, String(value))}
        value={value === "" ? null : String(value)}
        onChange={(chosen) => onChange(chosen ?? "")}
        allowDeselect={false}
        searchable={options.choices.length > 8}
        nothingFoundMessage="None of that name"
        w={{ base: "100%", xs: 220 }}
      />
    );
  const kinds: readonly Kind[] = mayBeNothing || kind === "nothing" ? ALL : SOME;
  return (
    <Group gap={4} wrap="nowrap" align="center">
      <Typed label={label} value={value} options={options} onChange={onChange} />
      <Select
        aria-label={`${label}: what it is`}
        data={kinds.map((one) => ({ value: one, label: KIND_WORDS[one] }))}
        value={kind}
        onChange={(chosen) => onChange(asKind(value, ALL.find((one) => one === chosen) ?? "words"))}
        allowDeselect={false}
        variant="unstyled"
        w={100}
        flex="none"
      />
    </Group>
  );
}

const ALL: readonly Kind[] = ["words", "number", "truth", "nothing"];
const SOME: readonly Kind[] = ["words", "number", "truth"];

type TypedProps = Omit<ScalarFieldProps, "mayBeNothing">;

function Typed({ label, value, options, onChange }: TypedProps) {
  if (typeof value === "number")
    return (
      <NumberInput
        aria-label={label}
        value={value}
        onChange={(typed) => {
          if (typed !== "" && Number.isFinite(Number(typed))) onChange(Number(typed));
        }}
        w={140}
      />
    );
  if (typeof value === "boolean")
    return (
      <Select
        aria-label={label}
        data={["yes", "no"]}
        value={value ? "yes" : "no"}
        onChange={(chosen) => onChange(chosen === "yes")}
        allowDeselect={false}
        w={140}
      />
    );
  if (value === null) return <TextInput aria-label={label} value="nothing" readOnly w={140} />;
  return (
    <Autocomplete
      aria-label={label}
      data={options.choices.map((choice) => choice.value)}
      value={value}
      onChange={onChange}
      maxLength={500}
      w={{ base: "100%", xs: 180 }}
    />
  );
}

/** What stands there is shown even where nobody knows it any more. */
function withOwn(choices: Options["choices"], value: string) {
  return value === "" || choices.some((choice) => choice.value === value)
    ? [...choices]
    : [...choices, { value, label: value }];
}
