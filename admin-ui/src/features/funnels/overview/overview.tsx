// Where people stand and where they are lost, stage by stage; what they are called; what the next slots begin with.
import { Grid, Skeleton, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconTimeline } from "@tabler/icons-react";
import { useMay } from "../../../data/use-session.ts";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { ProblemNote } from "../../../ui/problem-note.tsx";
import { Enrol } from "../people/enrol.tsx";
import { countsQuery, dropOffQuery } from "../questions.ts";
import type { Funnel } from "../questions.ts";
import { Ahead } from "./ahead.tsx";
import { Categories } from "./categories.tsx";
import { Days } from "./days.tsx";
import { Stages } from "./stages.tsx";

export function Overview({ funnel }: { readonly funnel: Funnel }) {
  const mayEdit = useMay("editor");
  const counts = useQuery(countsQuery(funnel.id));
  const dropOff = useQuery(dropOffQuery(funnel.id));
  const error = counts.error ?? dropOff.error;
  if (error !== null)
    return <ProblemNote problem={error} retry={() => Promise.all([counts.refetch(), dropOff.refetch()])} />;
  if (counts.data === undefined || dropOff.data === undefined) return <Skeleton h={320} />;
  if (counts.data.people === 0)
    return (
      <EmptyState
        icon={IconTimeline}
        title="Nobody is in it yet"
        action={mayEdit && funnel.state !== "archived" && <Enrol id={funnel.id} />}
      >
        Put people in: whoever is in a segment, or everybody of an import.
      </EmptyState>
    );
  return (
    <Grid gap="xl">
      <Grid.Col span={{ base: 12, md: 8 }}>
        <Stack gap="xl">
          <Stages id={funnel.id} counts={counts.data} dropOff={dropOff.data} />
          <Days id={funnel.id} />
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 4 }}>
        <Stack gap="xl">
          <Categories funnel={funnel} counts={counts.data} />
          <Ahead funnel={funnel} />
        </Stack>
      </Grid.Col>
    </Grid>
  );
}
