// Why somebody is in a segment or is not: every comparison of it, and whether it holds for them.
import { Alert, List, Modal, Skeleton, Stack, Text, ThemeIcon } from "@mantine/core";
import { IconCheck, IconX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { api, ask } from "../../../data/api.ts";
import { callOf } from "../../../data/contact-rows.ts";
import type { Key } from "../../../data/queries.ts";
import { ProblemNote } from "../../../ui/problem-note.tsx";
import { membershipQuery } from "../questions.ts";
import type { Segment } from "../questions.ts";

export interface WhyProps {
  readonly segment: Segment;
  readonly contactId: string;
  readonly onClose: () => void;
}

export function Why({ segment, contactId, onClose }: WhyProps) {
  const person = useQuery({
    queryKey: ["contacts", contactId, "whole"] satisfies Key,
    queryFn: () => ask(api.v1.contacts[":id"].$get({ param: { id: contactId } })),
  });
  const { data, error, refetch } = useQuery(membershipQuery(segment.id, contactId));
  const who = person.data === undefined ? "This person" : callOf(person.data);
  return (
    <Modal opened onClose={onClose} title={`${who} and “${segment.name}”`} size="lg">
      {error !== null && <ProblemNote problem={error} retry={refetch} />}
      {data === undefined && error === null && <Skeleton h={120} />}
      {data !== undefined && (
        <Stack>
          <Alert color={data.isIn ? "teal" : "gray"}>
            {data.isIn ? `${who} is in it at this moment.` : `${who} is not in it at this moment.`}
          </Alert>
          <Text size="sm" className="wrap-anywhere">
            It means: {segment.sentence}
          </Text>
          <List spacing="xs" listStyleType="none" aria-label="Comparisons">
            {data.filters.map(({ sentence, holds }, nth) => (
              <List.Item
                key={`${nth} ${sentence}`}
                icon={
                  <ThemeIcon
                    variant="light"
                    color={holds ? "teal" : "gray"}
                    size={24}
                    radius="xl"
                    aria-hidden
                  >
                    {holds ? <IconCheck size={16} /> : <IconX size={16} />}
                  </ThemeIcon>
                }
              >
                <span className="wrap-anywhere">
                  {sentence.replace(/\.$/, "")}: {holds ? "yes" : "no"}
                </span>
              </List.Item>
            ))}
          </List>
          {data.filters.length === 0 && <Text size="sm">Nothing is asked: everybody is in it.</Text>}
        </Stack>
      )}
    </Modal>
  );
}
