// What this deployment has, what it lacks, and the way to each part of it.
import { Skeleton, Stack } from "@mantine/core";
import { Page } from "../../ui/page.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { Places } from "./places.tsx";
import "./setup.css";
import { useSetup } from "./questions.ts";
import { Steps } from "./steps.tsx";

/** As many rows as there mostly are, so that nothing jumps. */
const STEPS = 9;

export function SetupPage() {
  const { data, error, isPending, refetch } = useSetup();
  const missing = data?.steps.filter(({ state }) => state === "missing").length ?? 0;
  return (
    <Page
      title="Setup"
      lead={data === undefined ? "What is set up, and what is missing." : sayHowMuch(missing)}
    >
      <Places />
      {isPending && (
        <Stack aria-hidden gap="md">
          {Array.from({ length: STEPS }, (_step, place) => (
            <Skeleton key={place} h={44} />
          ))}
        </Stack>
      )}
      {error !== null && data === undefined && <ProblemNote problem={error} retry={refetch} />}
      {data !== undefined && <Steps steps={data.steps} />}
    </Page>
  );
}

function sayHowMuch(missing: number): string {
  if (missing === 0) return "Everything that people rely on is set up.";
  return missing === 1 ? "One thing is missing." : `${missing} things are missing.`;
}
