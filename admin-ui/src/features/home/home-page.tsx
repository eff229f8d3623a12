// What needs somebody, how today goes, and what comes in; for whoever has just come, the first steps.
import { Grid, Skeleton, Stack } from "@mantine/core";
import { useNow } from "../../data/use-now.ts";
import { Page } from "../../ui/page.tsx";
import { Beginnings } from "./beginnings.tsx";
import { Needs } from "./needs.tsx";
import { Numbers } from "./numbers.tsx";
import { useBeginnings } from "./questions.ts";
import { Recent } from "./recent.tsx";
import { Running } from "./running.tsx";
import "./home.css";

export function HomePage() {
  const now = useNow();
  const { data: done } = useBeginnings();
  // Until something was sent or answered, the next step is not plain from the rest of the page.
  const isBeginning = done !== undefined && !Object.values(done).every(Boolean);
  return (
    <Page title="Home">
      <Numbers />
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, lg: 7 }}>
          {done === undefined ? (
            <Skeleton h={280} aria-hidden />
          ) : (
            <Stack gap="xl">
              {isBeginning && <Beginnings done={done} />}
              <Needs now={now} />
            </Stack>
          )}
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <Stack gap="xl">
            <Running />
            <Recent now={now} />
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  );
}
