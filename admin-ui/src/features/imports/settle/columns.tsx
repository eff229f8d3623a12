// Each column of the file: what it is called, what stands in its first rows, and what it is taken for.
import { Skeleton, Stack, Table, Text, Title } from "@mantine/core";
import type { WordsInUse } from "../../../data/words.ts";
import type { Import, Target } from "../questions.ts";
import { Meaning } from "./meaning.tsx";

export interface ColumnsProps {
  readonly record: Import;
  readonly mapping: readonly Target[];
  /** The first rows; undefined while they are read. */
  readonly rows: readonly (readonly string[])[] | undefined;
  readonly words: WordsInUse;
  readonly onChange: (column: number, target: Target) => void;
}

const SAMPLES = 3;

export function Columns({ record, mapping, rows, words, onChange }: ColumnsProps) {
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        What the columns mean
      </Title>
      <Table aria-label="Columns" className="cards-on-phone" verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="22%">In the file</Table.Th>
            <Table.Th>First rows</Table.Th>
            <Table.Th>Taken for</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {record.columns.map(({ heading }, column) => (
            <Table.Tr key={`${column} ${heading}`}>
              <Table.Td fw={600} className="wrap-anywhere">
                {heading}
              </Table.Td>
              <Table.Td data-label="First rows">
                {rows === undefined ? (
                  <Skeleton h={16} w={160} />
                ) : (
                  <Text size="sm" c="dimmed" className="wrap-anywhere" lineClamp={2}>
                    {samplesOf(rows, column)}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>
                <Meaning
                  heading={heading}
                  target={mapping[column] ?? { kind: "keep" }}
                  words={words}
                  onChange={(target) => onChange(column, target)}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}

/** The first cells that are not empty. */
function samplesOf(rows: readonly (readonly string[])[], column: number): string {
  const cells = rows.map((row) => row[column] ?? "").filter((cell) => cell !== "");
  return cells.length === 0 ? "Empty so far" : cells.slice(0, SAMPLES).join(" · ");
}
