// Who is meant in plain words, how many they are at this moment, and a few of them.
import { Alert, Group, Paper, Skeleton, Stack, Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Condition } from "#core/condition";
import { callOf } from "../../../data/contact-rows.ts";
import { isComplete } from "../../../ui/filter/problems.ts";
import { AnchorLink } from "../../../ui/links.tsx";
import { ProblemNote } from "../../../ui/problem-note.tsx";
import { previewQuery } from "../questions.ts";

/** Long enough that a word is counted once, short enough that nobody waits for it. */
const EDITING_MS = 400;

export interface FoundProps {
  readonly sentence: string;
  readonly condition: Condition;
}

export function Found({ sentence, condition }: FoundProps) {
  const [asked] = useDebouncedValue(condition, EDITING_MS);
  const canAsk = isComplete(asked);
  const { data, error, isFetching, refetch } = useQuery({
    ...previewQuery(asked),
    enabled: canAsk,
    placeholderData: keepPreviousData,
  });
  const isOld = isFetching || asked !== condition || !isComplete(condition);
  return (
    <Paper withBorder p="md" component="section" aria-label="Who this is">
      <Stack gap="xs">
        <Text fw={600} className="wrap-anywhere">
          {sentence}
        </Text>
        {error !== null && <ProblemNote problem={error} title="Nobody was counted" retry={refetch} />}
        <Group gap="xs" role="status" mih={26}>
          {data === undefined ? (
            canAsk ? (
              <Skeleton h={20} w={120} />
            ) : (
              <Text size="sm" c="dimmed">
                Finish the comparison, and they are counted.
              </Text>
            )
          ) : (
            <Text opacity={isOld ? 0.6 : 1}>
              <Text span fw={650} size="lg">
                {data.count.toLocaleString("en-GB")}
              </Text>{" "}
              {data.count === 1 ? "person" : "people"} at this moment
            </Text>
          )}
        </Group>
        {data !== undefined && data.samples.length > 0 && (
          <Text size="sm" c="dimmed">
            Such as{" "}
            {data.samples.map((contact, nth) => (
              <span key={contact.id}>
                {nth > 0 && ", "}
                <AnchorLink to="/contacts/$contactId" params={{ contactId: contact.id }} size="sm">
                  {callOf(contact)}
                </AnchorLink>
              </span>
            ))}
          </Text>
        )}
        {data?.warnings.map((warning) => (
          <Alert key={warning} color="yellow" p="xs">
            {warning}
          </Alert>
        ))}
      </Stack>
    </Paper>
  );
}
