// One shift: who is on it, whether they said they will be there, and who was asked to take what is open.
import { Badge, Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useSave } from "../../data/use-save.ts";
import { useMay } from "../../data/use-session.ts";
import { AnchorLink } from "../../ui/links.tsx";
import { When } from "../../ui/when.tsx";
import { notReminded } from "./asked-shift.ts";
import type { AskedShift } from "./asked-shift.ts";
import { remind } from "./questions.ts";
import type { Asking } from "./questions.ts";
import { STATE_WORDS, tellWay } from "./words.ts";

export interface ShiftCardProps {
  readonly groupId: string;
  readonly zone: string;
  readonly shift: AskedShift;
  /** Who is asked now can still come. */
  readonly isComing: boolean;
}

export function ShiftCard({ groupId, zone, shift, isComing }: ShiftCardProps) {
  const { startsAt, endsAt, people, reminders, offers } = shift;
  const mayEdit = useMay("editor");
  const waiting = notReminded(shift);
  const asking = useSave({
    save: () => remind(groupId, shift),
    touches: ["askings"],
    said: ({ reminded }) =>
      reminded === 0 ? "Nobody was reminded: they cannot be, or were before." : `Reminded ${reminded}.`,
  });
  return (
    <Paper withBorder p="md" component="article" aria-label={`Shift on ${shift.date}`}>
      <Stack gap="sm">
        <Group justify="space-between" gap="xs">
          <Title order={2} size="h5">
            <When at={startsAt} zone={zone} /> – <When at={endsAt} zone={zone} show="time" />
          </Title>
          {mayEdit && isComing && waiting.length > 0 && (
            <Button
              variant="default"
              size="compact-sm"
              loading={asking.isPending}
              onClick={() => asking.mutate()}
            >
              Remind now
            </Button>
          )}
        </Group>
        {people !== null && people.length === 0 && (
          <Text size="sm">
            <Badge variant="light" color="orange" tt="none" mr="xs">
              Open
            </Badge>
            Nobody is on it.
          </Text>
        )}
        {(reminders.length > 0 || waiting.length > 0) && (
          <Stack gap={6} component="ul" className="plain-list" aria-label="On the shift">
            {reminders.map((asked) => (
              <Asked key={asked.id} asking={asked} />
            ))}
            {waiting.map(({ volunteerId, name }) => (
              <Group key={volunteerId} component="li" gap="xs">
                <Person id={volunteerId} name={name} />
                <Text size="sm" c="dimmed">
                  Not reminded yet
                </Text>
              </Group>
            ))}
          </Stack>
        )}
        {offers.length > 0 && (
          <Stack gap={6}>
            <Text size="sm" fw={600}>
              Offered to
            </Text>
            <Stack gap={6} component="ul" className="plain-list" aria-label="Offered to">
              {offers.map((asked) => (
                <Asked key={asked.id} asking={asked} />
              ))}
            </Stack>
          </Stack>
        )}
      </Stack>
    </Paper>
  );
}

function Asked({ asking: { volunteerId, name, state, ways, answeredAt } }: { readonly asking: Asking }) {
  const { label, color } = STATE_WORDS[state];
  return (
    <Group component="li" gap="xs">
      <Person id={volunteerId} name={name} />
      <Badge variant="light" color={color} tt="none">
        {label}
      </Badge>
      <Text size="xs" c="dimmed">
        {answeredAt === null ? ways.map(tellWay).join(" · ") : <When at={answeredAt} />}
      </Text>
    </Group>
  );
}

function Person({ id, name }: { readonly id: string; readonly name: string }) {
  if (name === "") return <Text size="sm">Somebody who left</Text>;
  return (
    <AnchorLink to="/volunteers/$volunteerId" params={{ volunteerId: id }} size="sm">
      {name}
    </AnchorLink>
  );
}
