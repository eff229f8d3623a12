// The variants of an A/B test beside each other.
import { Badge, Stack, Table, Text, Title } from "@mantine/core";
import type { Figures } from "../questions.ts";
import { inNumbers, percent } from "../words.ts";
import { bestOf } from "./best.ts";

export function Variants({ figures: { variants } }: { readonly figures: Figures }) {
  const rows = Object.entries(variants);
  if (rows.length < 2) return null;
  const best = bestOf(variants);
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        Variants
      </Title>
      <Table.ScrollContainer minWidth={0}>
        <Table aria-label="Variants" className="cards-on-phone">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Variant</Table.Th>
              <Table.Th ta="end">Sent</Table.Th>
              <Table.Th ta="end">Delivered</Table.Th>
              <Table.Th ta="end">Replied</Table.Th>
              <Table.Th ta="end">Said STOP</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(([name, { sent, delivered, replied, optedOut }]) => (
              <Table.Tr key={name}>
                <Table.Td data-label="Variant">
                  {name}{" "}
                  {name === best && (
                    <Badge size="sm" variant="light" tt="none">
                      Most replies
                    </Badge>
                  )}
                </Table.Td>
                <Table.Td data-label="Sent" ta="end">
                  {inNumbers(sent)}
                </Table.Td>
                <Share label="Delivered" part={delivered} whole={sent} />
                <Share label="Replied" part={replied} whole={sent} />
                <Share label="Said STOP" part={optedOut} whole={sent} />
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {best === null && (
        <Text size="sm" c="dimmed">
          No variant is clearly ahead yet.
        </Text>
      )}
    </Stack>
  );
}

function Share({
  label,
  part,
  whole,
}: {
  readonly label: string;
  readonly part: number;
  readonly whole: number;
}) {
  return (
    <Table.Td data-label={label} ta="end">
      {inNumbers(part)}{" "}
      <Text span size="xs" c="dimmed">
        {percent(part, whole)}
      </Text>
    </Table.Td>
  );
}
