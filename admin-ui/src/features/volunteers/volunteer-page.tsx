// One volunteer: what is known of them, their groups, their shifts, their calendar.
import { Grid, Skeleton, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { api, ask } from "../../data/api.ts";
import type { Volunteer } from "../../data/helplines.ts";
import type { Key } from "../../data/queries.ts";
import { useMay } from "../../data/use-session.ts";
import { CalendarAddress } from "../../ui/calendar-address.tsx";
import { BackLink } from "../../ui/links.tsx";
import { Page } from "../../ui/page.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { QuarantineNote } from "../../ui/quarantine-note.tsx";
import { Section } from "../../ui/section.tsx";
import { EditVolunteer } from "./edit-volunteer.tsx";
import { OwnGroups } from "./own-groups.tsx";
import { RemoveVolunteer } from "./remove-volunteer.tsx";
import { StateBadge } from "./state-badge.tsx";
import { UpcomingShifts } from "./upcoming-shifts.tsx";

const route = getRouteApi("/volunteers/$volunteerId");

export function VolunteerPage() {
  const { volunteerId: id } = route.useParams();
  const query = useQuery({
    queryKey: ["helplines", "volunteers", id] satisfies Key,
    queryFn: () => ask(api.v1.volunteers[":id"].$get({ param: { id } })),
  });
  if (query.data === undefined)
    return (
      <Page title="Volunteer" back={<BackLink to="/volunteers">Volunteers</BackLink>}>
        {query.isError ? (
          <ProblemNote problem={query.error} retry={query.refetch} />
        ) : (
          <Skeleton h={420} aria-hidden />
        )}
      </Page>
    );
  return <OneVolunteer key={id} volunteer={query.data} />;
}

function OneVolunteer({ volunteer }: { readonly volunteer: Volunteer }) {
  const mayEdit = useMay("editor") && volunteer.removedAt === null;
  return (
    <Page
      title={volunteer.name || "Erased"}
      lead={<StateBadge volunteer={volunteer} />}
      back={<BackLink to="/volunteers">Volunteers</BackLink>}
      actions={mayEdit && <RemoveVolunteer id={volunteer.id} name={volunteer.name} />}
    >
      <QuarantineNote volunteer={volunteer} mayEdit={mayEdit} />
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, md: 6 }}>
          <EditVolunteer volunteer={volunteer} mayEdit={mayEdit} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Stack gap="xl">
            <OwnGroups volunteer={volunteer} mayEdit={mayEdit} />
            <UpcomingShifts volunteer={volunteer} />
            {mayEdit && (
              <Section title="Their calendar" gap="xs">
                <CalendarAddress of="volunteers" id={volunteer.id} />
              </Section>
            )}
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  );
}
