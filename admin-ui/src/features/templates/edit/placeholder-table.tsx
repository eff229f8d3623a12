// The names a template prints, and what is said where somebody lacks one.
import { Button, Stack, Table, TextInput, Title } from "@mantine/core";
import { declared } from "#core/message-template/template";
import type { MessageTemplate } from "#core/message-template/template";
import { printedIn, withdraw, withDefault } from "./change-template.ts";

export interface PlaceholderTableProps {
  readonly document: MessageTemplate;
  readonly onChange: (document: MessageTemplate) => void;
}

export function PlaceholderTable({ document, onChange }: PlaceholderTableProps) {
  const names = declared(document);
  const printed = printedIn(document);
  if (names.length === 0) return null;
  return (
    <Stack gap="xs">
      <Title order={2} size="h5">
        Names in it
      </Title>
      <Table aria-label="Names in it" className="cards-on-phone" verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Name</Table.Th>
            <Table.Th>Said where somebody lacks it</Table.Th>
            <Table.Th>
              <span className="unseen">Take away</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {names.map(({ name, default: value = "" }) => (
            <Table.Tr key={name}>
              <Table.Td className="wrap-anywhere">{name}</Table.Td>
              <Table.Td>
                <TextInput
                  aria-label={`Said where somebody lacks ${name}`}
                  placeholder="Nothing: they are not sent this"
                  maxLength={200}
                  value={value}
                  onChange={({ currentTarget }) => onChange(withDefault(document, name, currentTarget.value))}
                />
              </Table.Td>
              <Table.Td ta="end">
                {!printed.includes(name) && (
                  <Button
                    variant="subtle"
                    size="compact-xs"
                    onClick={() => onChange(withdraw(document, name))}
                    aria-label={`Take ${name} away`}
                  >
                    Take away
                  </Button>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}
