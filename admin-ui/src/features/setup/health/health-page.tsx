// What fails or stands still at the moment, and what to do about each.
import { Title } from "@mantine/core";
import { useMay } from "../../../data/use-session.ts";
import { BackLink } from "../../../ui/links.tsx";
import { Page } from "../../../ui/page.tsx";
import { Alarms } from "./alarms.tsx";
import { DeadLetters } from "./dead-letters.tsx";
import { Paused } from "./paused.tsx";

export function HealthPage() {
  const isOwner = useMay("owner");
  return (
    <Page
      title="Health"
      lead="What fails or stands still, and what to do about it."
      back={<BackLink to="/setup">Setup</BackLink>}
    >
      <section aria-labelledby="alarms">
        <Title order={2} size="h4" id="alarms" mb="sm">
          Alarms
        </Title>
        <Alarms />
      </section>
      <section aria-labelledby="paused">
        <Title order={2} size="h4" id="paused" mb="sm">
          Paused
        </Title>
        <Paused />
      </section>
      {isOwner && (
        <section aria-labelledby="dead-letters">
          <Title order={2} size="h4" id="dead-letters" mb="sm">
            Work that could not be done
          </Title>
          <DeadLetters />
        </section>
      )}
    </Page>
  );
}
