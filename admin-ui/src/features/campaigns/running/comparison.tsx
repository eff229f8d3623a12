// What was forecast beside what came of it, and what explains the difference.
import { Stack, Table, Text, Title } from "@mantine/core";
import type { Figures } from "../questions.ts";
import { inNumbers } from "../words.ts";

type Compared = Figures["comparison"][number];

const LABELS: Readonly<Record<Compared["what"], string>> = {
  people: "People in the audience",
  "left out": "Left out",
  sent: "Sent",
  segments: "Segments",
  cost: "Cost",
};

export function Comparison({ figures: { comparison, cost } }: { readonly figures: Figures }) {
  if (comparison.length === 0) return null;
  const show = ({ what }: Compared, value: number) =>
    what === "cost"
      ? cost === null
        ? "–"
        : new Intl.NumberFormat("en", { style: "currency", currency: cost.currency }).format(value)
      : inNumbers(value);
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        Forecast and fact
      </Title>
      <Table.ScrollContainer minWidth={0}>
        <Table aria-label="Forecast and fact">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>
                <span className="unseen">What</span>
              </Table.Th>
              <Table.Th ta="end">Forecast</Table.Th>
              <Table.Th ta="end">Fact</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {comparison.map((line) => (
              <Table.Tr key={line.what}>
                <Table.Td>
                  {LABELS[line.what]}
                  {line.because.map((reason) => (
                    <Text key={reason} size="xs" c="dimmed">
                      {reason}
                    </Text>
                  ))}
                </Table.Td>
                <Table.Td ta="end">{show(line, line.forecast)}</Table.Td>
                <Table.Td ta="end" fw={line.forecast === line.fact ? 400 : 650}>
                  {show(line, line.fact)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Stack>
  );
}
