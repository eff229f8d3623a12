// A language chosen by its name, kept as its tag; those in use come first, and any other can be typed as its tag.
import { Select } from "@mantine/core";
import { useState } from "react";
import { languageName } from "../data/languages.ts";

/** Spoken by most people who are written to in the countries whose numbers are most common; more by their tag. */
const COMMON = "en es fr pt pt-BR de it nl pl ro uk ru tr ar fa ur hi bn pa zh vi tl so".split(" ");
const TAG = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

export interface LanguageFieldProps {
  readonly label: string;
  readonly description?: string;
  readonly value: string | null;
  readonly onChange: (tag: string | null) => void;
  readonly used?: readonly string[];
  readonly error?: string | undefined;
  readonly isRequired?: boolean;
  /** Where one more is added to those above it: the label is for those who do not see them. */
  readonly isAdding?: boolean;
}

export function LanguageField(props: LanguageFieldProps) {
  const {
    label,
    description,
    value,
    onChange,
    used = [],
    error,
    isRequired = false,
    isAdding = false,
  } = props;
  const [typed, setTyped] = useState("");
  const own = TAG.test(typed.trim()) ? [typed.trim()] : [];
  const tags = [...new Set([...(value === null ? [] : [value]), ...used, ...COMMON, ...own])];
  return (
    <Select
      {...(isAdding ? { "aria-label": label, size: "xs" } : { label })}
      description={description}
      placeholder={isAdding ? "Add a language" : isRequired ? "A language, or its tag" : "Not known"}
      data={tags.map((tag) => ({ value: tag, label: `${languageName(tag)} (${tag})` }))}
      value={value}
      onChange={onChange}
      onSearchChange={setTyped}
      searchable
      clearable={!isRequired}
      clearButtonProps={{ "aria-label": `${label}: not known` }}
      nothingFoundMessage="Write its tag, such as pt-BR"
      error={error}
    />
  );
}
