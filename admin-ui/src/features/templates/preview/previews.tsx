// What a few people would read, each in their own language, and how many of a segment lack what it prints.
import { Button, Group, Modal, Select, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useDebouncedValue, useDisclosure } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { checkMessageTemplate } from "#core/message-template/check";
import type { MessageTemplate } from "#core/message-template/template";
import { useSegments } from "../../../data/choices.ts";
import { FindPerson } from "../../../ui/find-person.tsx";
import { ProblemNote } from "../../../ui/problem-note.tsx";
import { hasWords } from "../edit/change-template.ts";
import { checkQuery, previewsQuery } from "../questions.ts";
import type { Channel } from "../questions.ts";
import { Lacking } from "./lacking.tsx";
import { Sample } from "./sample.tsx";

const TYPING_MS = 300;
/** As many as are shown at once (worker/api/views/template-check.ts). */
const PEOPLE_MAX = 10;

export interface PreviewsProps {
  readonly document: MessageTemplate;
  readonly channel: Channel;
  /** It says nothing yet. */
  readonly isEmpty: boolean;
}

export function Previews({ document, channel, isEmpty }: PreviewsProps) {
  const { segment, people = [] } = useSearch({ from: "/templates/$templateId" });
  const navigate = useNavigate({ from: "/templates/$templateId" });
  const [isFinding, finding] = useDisclosure();
  const [asked] = useDebouncedValue(document, TYPING_MS);
  const segments = useSegments().data ?? [];
  const audience = { channel, segment };
  const isBroken = !isEmpty && checkMessageTemplate(asked).some(({ kind }) => kind === "error");
  const isShown = !isEmpty && hasWords(asked) && !isBroken;
  const options = { enabled: isShown, placeholderData: keepPreviousData, retry: false };
  const previews = useQuery({ ...previewsQuery(asked, audience, people), ...options });
  const check = useQuery({ ...checkQuery(asked, audience), ...options });
  return (
    <Stack gap="md" component="section" aria-label="Preview">
      <Title order={2} size="h4">
        What they would read
      </Title>
      <Select
        label="People of"
        data={[
          { value: "", label: "Everybody" },
          ...segments.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={segment ?? ""}
        onChange={(chosen) =>
          void navigate({
            search: (before) => ({
              ...before,
              segment: chosen === "" || chosen === null ? undefined : chosen,
            }),
            replace: true,
          })
        }
        allowDeselect={false}
        searchable
      />
      {isEmpty && (
        <Text size="sm" c="dimmed">
          Write something in each language that is begun, and it appears here.
        </Text>
      )}
      {isBroken && (
        <Text size="sm" c="dimmed">
          Something in its words is to be mended first; then it appears here.
        </Text>
      )}
      {isShown && previews.error !== null && (
        <ProblemNote problem={previews.error} title="There is no preview" retry={previews.refetch} />
      )}
      {isShown && previews.data === undefined && previews.error === null && <Skeleton h={160} />}
      {isShown &&
        previews.data?.data.map((one) => <Sample key={one.contactId} preview={one} channel={channel} />)}
      {isShown && previews.data?.data.length === 0 && (
        <Text size="sm" c="dimmed">
          There is nobody to show it for yet.
        </Text>
      )}
      <Group gap="xs">
        {people.length < PEOPLE_MAX && (
          <Button variant="default" size="compact-sm" onClick={finding.open}>
            Show somebody else
          </Button>
        )}
        {people.length > 0 && (
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() =>
              void navigate({ search: (before) => ({ ...before, people: undefined }), replace: true })
            }
          >
            Back to a few of them
          </Button>
        )}
      </Group>
      {isShown && check.data !== undefined && (
        <Lacking check={check.data} hasSegment={segment !== undefined} />
      )}
      <Modal opened={isFinding} onClose={finding.close} title="Whose message">
        <FindPerson
          verb="Show"
          onChoose={(id) => {
            finding.close();
            void navigate({
              search: (before) => ({ ...before, people: [...new Set([...people, id])] }),
              replace: true,
            });
          }}
        />
      </Modal>
    </Stack>
  );
}
