// The filter bar above the contacts: everything it says stands in the address, but for numbers.
import { Button, Group, Select, TextInput } from "@mantine/core";
import { useDebouncedCallback, useDisclosure } from "@mantine/hooks";
import { IconChevronDown, IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { isNumber } from "../../data/find-people.ts";
import { languageName } from "../../data/languages.ts";
import { useWords } from "../../data/words.ts";
import { CHANNEL_WORDS, STANDING_WORDS } from "../../ui/standings.tsx";
import { CHANNELS, isFiltered, ORDERS, STANDINGS } from "./sought.ts";
import type { Sought } from "./sought.ts";

/** Long enough that a word is asked for once, short enough that nobody waits for it. */
const TYPING_MS = 250;

const ORDER_WORDS = { newest: "Newest first", oldest: "Oldest first", name: "By name" } as const;

export interface ContactFiltersProps {
  readonly sought: Sought;
  readonly onChange: (change: Partial<Record<keyof Sought, string | undefined>>) => void;
  /** Somebody typed a number: it is not for the address. */
  readonly onNumber: (number: string | null) => void;
}

export function ContactFilters({ sought, onChange, onNumber }: ContactFiltersProps) {
  const words = useWords();
  const [typed, setTyped] = useState(sought.q ?? "");
  // On a phone they are folded away unless they say something.
  const [isOpen, { toggle }] = useDisclosure(isFiltered({ ...sought, q: undefined }));
  const seek = useDebouncedCallback((value: string) => {
    const wanted = value.trim();
    onNumber(isNumber(wanted) ? wanted : null);
    onChange({ q: wanted === "" || isNumber(wanted) ? undefined : wanted });
  }, TYPING_MS);
  const choose = (name: keyof Sought) => (value: string | null) => onChange({ [name]: value ?? undefined });
  const categories = words.funnels.find(({ name }) => name === sought.funnel)?.categories ?? [];
  return (
    <Group gap="xs" align="flex-end" role="search" aria-label="Contacts">
      <TextInput
        label="Name or number"
        placeholder="Ana, or +44 7700 900123"
        leftSection={<IconSearch size={16} aria-hidden />}
        value={typed}
        onChange={({ currentTarget: { value } }) => {
          setTyped(value);
          seek(value);
        }}
        w={{ base: "100%", xs: 240 }}
      />
      <Button
        variant="default"
        hiddenFrom="xs"
        fullWidth
        onClick={toggle}
        aria-expanded={isOpen}
        rightSection={<IconChevronDown size={16} aria-hidden />}
      >
        {isOpen ? "Fewer filters" : "More filters"}
      </Button>
      <Group gap="xs" display={{ base: isOpen ? "flex" : "none", xs: "contents" }}>
        <Choice label="Tag" options={words.tags} value={sought.tag} onChange={choose("tag")} />
        <Choice
          label="Consent"
          options={STANDINGS}
          nameOf={(standing) => STANDING_WORDS[standing].label}
          value={sought.consent}
          onChange={choose("consent")}
        />
        <Choice
          label="Channel"
          options={CHANNELS}
          nameOf={(channel) => CHANNEL_WORDS[channel]}
          value={sought.channel}
          onChange={choose("channel")}
        />
        <Choice
          label="Language"
          options={words.languages}
          nameOf={languageName}
          value={sought.language}
          onChange={choose("language")}
        />
        <Choice
          label="Funnel"
          options={words.funnels.map(({ name }) => name)}
          nameOf={(name) => name.replaceAll("_", " ")}
          value={sought.funnel}
          onChange={(value) => onChange({ funnel: value ?? undefined, category: undefined })}
        />
        {sought.funnel !== undefined && (
          <Choice
            label="Category"
            options={categories}
            value={sought.category}
            onChange={choose("category")}
          />
        )}
        <Day label="Added from" value={sought.from} onChange={choose("from")} />
        <Day label="Added until" value={sought.to} onChange={choose("to")} />
        <Select
          label="Order"
          data={ORDERS.map((value) => ({ value, label: ORDER_WORDS[value] }))}
          value={sought.sort ?? "newest"}
          onChange={(value) => onChange({ sort: value === "newest" ? undefined : (value ?? undefined) })}
          allowDeselect={false}
          w={HALF}
        />
      </Group>
      {(isFiltered(sought) || typed !== "") && (
        <Button
          variant="subtle"
          onClick={() => {
            setTyped("");
            onNumber(null);
            const names = Object.keys(sought).filter((name) => name !== "sort");
            onChange(Object.fromEntries([...names, "q"].map((name) => [name, undefined])));
          }}
        >
          Clear
        </Button>
      )}
    </Group>
  );
}

/** Two beside each other on a phone. */
const HALF = { base: "calc(50% - 5px)", xs: 150 };

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly options: readonly Value[];
  readonly nameOf?: (value: Value) => string;
  readonly value: Value | undefined;
  readonly onChange: (value: string | null) => void;
}

/** What a link asks for stands there even where nobody has it any more. */
function Choice<Value extends string>({ label, options, nameOf, value, onChange }: ChoiceProps<Value>) {
  const known = value === undefined || options.includes(value) ? options : [...options, value];
  return (
    <Select
      label={label}
      placeholder="Any"
      data={known.map((option) => ({ value: option, label: nameOf?.(option) ?? option }))}
      value={value ?? null}
      onChange={onChange}
      clearable
      clearButtonProps={{ "aria-label": `${label}: any` }}
      searchable={known.length > 8}
      nothingFoundMessage="None of that name"
      w={HALF}
    />
  );
}

interface DayProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | null) => void;
}

function Day({ label, value, onChange }: DayProps) {
  return (
    <TextInput
      type="date"
      label={label}
      value={value ?? ""}
      onChange={({ currentTarget }) => onChange(currentTarget.value || null)}
      w={HALF}
    />
  );
}
