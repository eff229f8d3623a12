// When a volunteer is on in the weeks to come, in all their groups, and how much that is.
import { List, Skeleton, Text } from "@mantine/core";
import { useQueries } from "@tanstack/react-query";
import { api, ask } from "../../data/api.ts";
import { useGroups } from "../../data/helplines.ts";
import type { Group, Volunteer } from "../../data/helplines.ts";
import type { Key } from "../../data/queries.ts";
import { readAll } from "../../data/read-all.ts";
import { AnchorLink } from "../../ui/links.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { When } from "../../ui/when.tsx";
import { Section } from "../../ui/section.tsx";

const HOUR_MS = 3_600_000;
/** A week to come is what the API shows where no end is said. */
const SHOWN_MAX = 14;

interface Shift {
  readonly shiftId: string;
  readonly date: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly people: readonly { readonly volunteerId: string }[];
}

export function UpcomingShifts({ volunteer }: { readonly volunteer: Volunteer }) {
  const groups = useGroups();
  const own = groups.data?.filter(({ id }) => volunteer.helplines.includes(id)) ?? [];
  const answers = useQueries({
    queries: own.map((group) => ({
      queryKey: ["helplines", group.id, "occurrences", "week"] satisfies Key,
      queryFn: () => readShifts(group.id),
    })),
  });
  const problem = answers.find(({ error }) => error !== null);
  const isWaiting = groups.isPending || answers.some(({ isPending }) => isPending);
  const shifts = answers
    .flatMap(({ data = [] }, index) => data.map((shift) => ({ ...shift, group: own[index] })))
    .filter(({ people }) => people.some(({ volunteerId }) => volunteerId === volunteer.id))
    .toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
  return (
    <Section title="On shift in the next seven days" gap="xs">
      {problem !== undefined && <ProblemNote problem={problem.error} retry={problem.refetch} />}
      {isWaiting && <Skeleton h={80} aria-hidden />}
      {!isWaiting && problem === undefined && <Shifts shifts={shifts} />}
    </Section>
  );
}

function Shifts({ shifts }: { readonly shifts: readonly (Shift & { readonly group: Group | undefined })[] }) {
  if (shifts.length === 0) return <Text c="dimmed">None.</Text>;
  const hours = shifts.reduce(
    (sum, { startsAt, endsAt }) => sum + (Date.parse(endsAt) - Date.parse(startsAt)) / HOUR_MS,
    0,
  );
  return (
    <>
      <Text size="sm" c="dimmed">
        {shifts.length === 1 ? "One shift" : `${shifts.length} shifts`}, {Math.round(hours * 10) / 10} h.
      </Text>
      <List listStyleType="none" spacing="xs">
        {shifts.slice(0, SHOWN_MAX).map(({ shiftId, date, startsAt, endsAt, group }) => (
          <List.Item key={`${shiftId} ${date}`}>
            <When at={startsAt} zone={group?.zone ?? null} /> to <When at={endsAt} zone={null} show="time" />
            {group !== undefined && (
              <>
                {", "}
                <AnchorLink
                  to="/rota"
                  search={{ group: group.id, week: date, shift: shiftId, date }}
                  underline="always"
                >
                  {group.name}
                </AnchorLink>
              </>
            )}
          </List.Item>
        ))}
      </List>
      {shifts.length > SHOWN_MAX && <Text size="sm">And {shifts.length - SHOWN_MAX} more.</Text>}
    </>
  );
}

function readShifts(id: string): Promise<readonly Shift[]> {
  return readAll<Shift>((query) => ask(api.v1.helplines[":id"].occurrences.$get({ param: { id }, query })));
}
