// How the file is read: found out by itself, and put right here where letters or columns look wrong.
import { Accordion, Checkbox, Group, NumberInput, Select, Text } from "@mantine/core";
import { api, ask } from "../../../data/api.ts";
import { useSave } from "../../../data/use-save.ts";
import type { Import } from "../questions.ts";

const ENCODINGS = [
  { value: "utf-8", label: "UTF-8" },
  { value: "windows-1252", label: "Western European (Windows-1252)" },
  { value: "iso-8859-15", label: "Western European (ISO 8859-15)" },
  { value: "windows-1250", label: "Central European (Windows-1250)" },
  { value: "iso-8859-2", label: "Central European (ISO 8859-2)" },
  { value: "windows-1251", label: "Cyrillic (Windows-1251)" },
  { value: "utf-16le", label: "UTF-16, little end first" },
  { value: "utf-16be", label: "UTF-16, big end first" },
] as const;
const DELIMITERS = [
  { value: ",", label: "Commas" },
  { value: ";", label: "Semicolons" },
  { value: "\t", label: "Tabs" },
  { value: "|", label: "Bars" },
] as const;
const QUOTES = [
  { value: '"', label: 'Double quotes "' },
  { value: "'", label: "Single quotes '" },
] as const;
const ROWS_ABOVE_MAX = 10;

type Change = Parameters<(typeof api.v1.imports)[":id"]["$patch"]>[0]["json"];

export function Reading({ record }: { readonly record: Import }) {
  const { id, encoding, delimiter, quote, rowsAbove, hasHeadings } = record;
  const { mutate, isPending } = useSave({
    save: (json: Change) => ask(api.v1.imports[":id"].$patch({ param: { id }, json })),
    touches: ["imports"],
  });
  return (
    <Accordion variant="contained" chevronPosition="left">
      <Accordion.Item value="reading">
        <Accordion.Control>
          <Text size="sm">
            Read as {labelOf(ENCODINGS, encoding)}, {labelOf(DELIMITERS, delimiter).toLowerCase()} between
            columns, {hasHeadings ? "with headings" : "without headings"}
          </Text>
        </Accordion.Control>
        <Accordion.Panel>
          <Text size="sm" c="dimmed" mb="sm">
            Where letters look wrong or everything stands in one column, put it right here. The columns are
            proposed anew then.
          </Text>
          <Group align="flex-end" gap="sm">
            <Select
              label="Letters"
              data={ENCODINGS}
              value={encoding}
              allowDeselect={false}
              disabled={isPending}
              onChange={(value) => {
                const one = ENCODINGS.find((option) => option.value === value);
                if (one !== undefined) mutate({ encoding: one.value });
              }}
            />
            <Select
              label="Between columns"
              data={DELIMITERS}
              value={delimiter}
              allowDeselect={false}
              disabled={isPending}
              onChange={(value) => {
                const one = DELIMITERS.find((option) => option.value === value);
                if (one !== undefined) mutate({ delimiter: one.value });
              }}
            />
            <Select
              label="Around cells"
              data={QUOTES}
              value={quote}
              allowDeselect={false}
              disabled={isPending}
              onChange={(value) => {
                const one = QUOTES.find((option) => option.value === value);
                if (one !== undefined) mutate({ quote: one.value });
              }}
            />
            <NumberInput
              label="Rows above the table"
              min={0}
              max={ROWS_ABOVE_MAX}
              allowDecimal={false}
              value={rowsAbove}
              disabled={isPending}
              onChange={(value) => {
                if (typeof value === "number" && value !== rowsAbove) mutate({ rowsAbove: value });
              }}
              w={150}
            />
            <Checkbox
              label="The first row names the columns"
              checked={hasHeadings}
              disabled={isPending}
              onChange={({ currentTarget: { checked } }) => mutate({ hasHeadings: checked })}
              mb={8}
            />
          </Group>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}

function labelOf(
  options: readonly { readonly value: string; readonly label: string }[],
  value: string,
): string {
  return options.find((option) => option.value === value)?.label ?? value;
}
