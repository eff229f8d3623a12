// The names a template prints, and what is said where somebody lacks one.
import { Button, Group, Stack, Table, Text, TextInput, Title } from "@mantine/core";
import { printedBy } from "#core/message-template/render-message";
import { declared } from "#core/message-template/template";
import type { MessageTemplate } from "#core/message-template/template";
import { wordingsFor } from "#core/message-template/wording";
import { declare, withdraw, withDefault } from "./change-template.ts";

export interface PlaceholderTableProps {
  readonly document: MessageTemplate;
  readonly onChange: (document: MessageTemplate) => void;
}

export function PlaceholderTable({ document, onChange }: PlaceholderTableProps) {
  const names = declared(document);
  const printed = printedIn(document);
  const undeclared = printed.filter((name) => !names.some((one) => one.name === name));
  if (names.length === 0 && undeclared.length === 0) return null;
  return (
    <Stack gap="xs">
      <Title order={2} size="h5">
        Names in it
      </Title>
      {names.length > 0 && (
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
                    onChange={({ currentTarget }) =>
                      onChange(withDefault(document, name, currentTarget.value))
                    }
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
      )}
      {undeclared.map((name) => (
        <Group key={name} gap="xs">
          <Text size="sm" className="wrap-anywhere">
            {`It prints “${name}”, which is not among its names yet.`}
          </Text>
          <Button variant="default" size="compact-sm" onClick={() => onChange(declare(document, name))}>
            {`Add ${name}`}
          </Button>
        </Group>
      ))}
    </Stack>
  );
}

/** What stands in any wording without a default in its own place. */
function printedIn(document: MessageTemplate): readonly string[] {
  const wordings = [...wordingsFor(document, "sms"), ...wordingsFor(document, "whatsapp")];
  const names = wordings.flatMap(printedBy).flatMap(({ name, hasDefault }) => (hasDefault ? [] : [name]));
  return [...new Set(names)];
}
