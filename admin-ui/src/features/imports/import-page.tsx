// One import, wherever it stands: columns to be settled, what it would change, how far it is, what it did.
import { Badge, Group, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useMay } from "../../data/use-session.ts";
import { BackLink } from "../../ui/links.tsx";
import { Page } from "../../ui/page.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { When } from "../../ui/when.tsx";
import { inMegabytes } from "./check-file.ts";
import { Discard } from "./discard.tsx";
import { Outcome } from "./outcome.tsx";
import { importQuery } from "./questions.ts";
import type { Import } from "./questions.ts";
import { Running } from "./running.tsx";
import { Settle } from "./settle/settle.tsx";
import { STATE_WORDS } from "./words.ts";

export function ImportPage() {
  const { importId } = useParams({ from: "/imports/$importId" });
  const { data, error, refetch } = useQuery(importQuery(importId));
  const mayEdit = useMay("editor");
  const back = <BackLink to="/imports">Imports</BackLink>;
  if (data === undefined)
    return (
      <Page title="Import" back={back}>
        {error === null ? <Skeleton h={240} /> : <ProblemNote problem={error} retry={refetch} />}
      </Page>
    );
  // From the moment somebody is changed it is taken back, or stays.
  const isBegun = data.startedAt !== null;
  const { label, color } = STATE_WORDS[data.state];
  return (
    <Page
      title={data.fileName}
      back={back}
      actions={mayEdit && !isBegun && <Discard record={data} />}
      lead={
        <Group gap="xs">
          <Badge variant="light" color={color} tt="none" fw={500} role="status">
            {label}
          </Badge>
          <span>
            {inMegabytes(data.bytes)}, uploaded <When at={data.createdAt} />
          </span>
        </Group>
      }
    >
      <Stage record={data} />
    </Page>
  );
}

function Stage({ record }: { readonly record: Import }) {
  const mayEdit = useMay("editor");
  switch (record.state) {
    case "uploaded":
      return mayEdit ? <Settle key={record.id} record={record} /> : null;
    case "checking":
    case "importing":
    case "undoing":
      return <Running record={record} />;
    case "checked":
    case "imported":
    case "undone":
    case "failed":
      return <Outcome record={record} />;
    default:
      return record.state satisfies never;
  }
}
