// What a digest says about the last period, or about any days.
import { Group, Skeleton, Stack, Text, TextInput, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { present } from "../../data/search.ts";
import { MailFrame } from "../../ui/mail-frame.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { previewQuery } from "./questions.ts";
import type { Digest } from "./questions.ts";

const FRAME_PX = 672;

export function DigestPreview({ digest: { id, changedAt } }: { readonly digest: Digest }) {
  const { from, to } = useSearch({ from: "/digests" });
  const navigate = useNavigate({ from: "/digests" });
  const { data, error, refetch } = useQuery(
    previewQuery(id, changedAt, from === undefined ? {} : present({ from, to })),
  );
  const choose = (change: { from?: string | undefined; to?: string | undefined }): void =>
    void navigate({ search: (before) => present({ ...before, ...change }), replace: true });
  return (
    <Stack component="section" aria-label="Preview">
      <Title order={2} size="h4">
        What it says
      </Title>
      <Group align="flex-end">
        <TextInput
          type="date"
          label="From"
          value={from ?? ""}
          onChange={({ currentTarget: { value } }) => choose({ from: value || undefined })}
        />
        <TextInput
          type="date"
          label="To"
          value={to ?? ""}
          disabled={from === undefined}
          onChange={({ currentTarget: { value } }) => choose({ to: value || undefined })}
        />
      </Group>
      {from === undefined && (
        <Text size="sm" c="dimmed">
          About the last period; choose days to see others.
        </Text>
      )}
      {error !== null && <ProblemNote problem={error} retry={refetch} />}
      {data === undefined && error === null && <Skeleton h={FRAME_PX} />}
      {data !== undefined && error === null && (
        <>
          <Text fw={600}>{data.subject}</Text>
          <MailFrame title="The digest as it would be sent" html={data.html} />
        </>
      )}
    </Stack>
  );
}
