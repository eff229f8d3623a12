// What needs somebody, the most urgent first; or that nothing does.
import { Box, Paper, Skeleton, Text, Title } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { useWaiting } from "../../data/waiting.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { Doubts } from "./doubts.tsx";
import { useGaps } from "./gaps.ts";
import { AlarmMatter, LetterMatter, SetupMatter } from "./operations.tsx";
import { useAlarms, useDoubts, useGlance, useLetters, useSetup } from "./questions.ts";
import { Troubled } from "./troubled.tsx";
import { GapMatters, WaitingMatters } from "./waiting-matters.tsx";

export function Needs({ now }: { readonly now: number }) {
  const glance = useGlance();
  const waiting = useWaiting(undefined);
  const doubts = useDoubts();
  const alarms = useAlarms();
  const letters = useLetters();
  const gaps = useGaps();
  const setup = useSetup();
  const asked = [glance, doubts, alarms, letters, gaps];
  const problem = waiting.problem ?? asked.find(({ error }) => error !== null)?.error ?? null;
  const retry = () => {
    if (waiting.problem !== null) waiting.retry();
    for (const { error, refetch } of asked) if (error !== null) void refetch();
  };
  // Not before everything is known is it said that nothing is to be done; what is not asked of this person is not waited for.
  const isWaiting = waiting.isWaiting || setup.isLoading || asked.some(({ isLoading }) => isLoading);
  const missing = setup.data?.steps.filter(({ state }) => state === "missing") ?? [];
  const trouble = glance.data?.trouble;
  const found = [
    alarms.data?.data.length ?? 0,
    doubts.data?.data.length ?? 0,
    waiting.rows.filter(({ waitingSince }) => waitingSince !== null).length,
    (trouble?.messages.length ?? 0) + (trouble?.campaigns.length ?? 0),
    gaps.data?.count ?? 0,
    letters.data?.data.length ?? 0,
    missing.length,
  ];
  const isAtEase = found.every((count) => count === 0);
  return (
    <section aria-labelledby="needs">
      <Title order={2} size="h4" id="needs" mb="sm">
        Needs you
      </Title>
      {problem !== null && (
        <Box mb="sm">
          <ProblemNote problem={problem} retry={retry} />
        </Box>
      )}
      {/* What could not be asked is no reason to be at ease. */}
      {(isWaiting || !isAtEase || problem === null) && (
        <Paper withBorder>
          {isWaiting ? (
            <Waiting />
          ) : isAtEase ? (
            <Text c="dimmed" p="lg" className="at-ease">
              <IconCircleCheck size={20} aria-hidden /> Nothing needs you right now.
            </Text>
          ) : (
            <ul className="matters" aria-label="What needs you">
              {alarms.data?.data.map((alarm) => (
                <AlarmMatter key={alarm.id} alarm={alarm} now={now} />
              ))}
              <Doubts doubts={doubts.data?.data ?? []} now={now} />
              <WaitingMatters waiting={waiting.rows} hasMore={waiting.hasMore} now={now} />
              {trouble !== undefined && <Troubled trouble={trouble} now={now} />}
              <GapMatters gaps={gaps.data?.gaps ?? []} count={gaps.data?.count ?? 0} />
              {letters.data?.data.map((letter) => (
                <LetterMatter key={letter.id} letter={letter} now={now} />
              ))}
              <SetupMatter steps={missing} />
            </ul>
          )}
        </Paper>
      )}
    </section>
  );
}

function Waiting() {
  return (
    <div className="matters" aria-hidden>
      {["a", "b", "c"].map((each) => (
        <div className="matter" key={each}>
          <Skeleton h={36} />
        </div>
      ))}
    </div>
  );
}
