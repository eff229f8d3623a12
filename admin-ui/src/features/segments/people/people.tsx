// Who is in a segment, and why; on a list, put on and taken off.
import { Button, Group, Stack } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconUsers, IconZoomQuestion } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { api, ask } from "../../../data/api.ts";
import type { ContactRow } from "../../../data/contact-rows.ts";
import { callOf } from "../../../data/contact-rows.ts";
import { usePages } from "../../../data/use-pages.ts";
import { useSave } from "../../../data/use-save.ts";
import { useMay } from "../../../data/use-session.ts";
import { CONTACT_COLUMNS } from "../../../ui/contact-columns.tsx";
import { DataTable } from "../../../ui/data-table.tsx";
import type { Column } from "../../../ui/data-table.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import type { Segment } from "../questions.ts";
import { AddPeople } from "./add-people.tsx";
import { AskWhy } from "./ask-why.tsx";
import { Why } from "./why.tsx";

export function People({ segment }: { readonly segment: Segment }) {
  const { id, kind, archivedAt } = segment;
  const { why } = useSearch({ from: "/segments/$segmentId" });
  const navigate = useNavigate({ from: "/segments/$segmentId" });
  const mayEdit = useMay("editor");
  const [isAdding, adding] = useDisclosure();
  const [isAsking, asking] = useDisclosure();
  const pages = usePages(["segments", id, "members", segment.revision], (cursor) =>
    ask(
      api.v1.segments[":id"].members.$get({
        param: { id },
        query: cursor === undefined ? {} : { cursor },
      }),
    ),
  );
  const takeOff = useSave({
    save: (contact: ContactRow) =>
      ask(api.v1.segments[":id"].members.remove.$post({ param: { id }, json: { contacts: [contact.id] } })),
    touches: ["segments"],
    said: "Taken off the list.",
  });
  const isList = kind === "list";
  const explain = (contactId: string | undefined) =>
    void navigate({
      search: (before) => ({ ...before, why: contactId }),
    });
  const act: Column<ContactRow> = {
    key: "act",
    label: isList ? "Take off" : "Why",
    isLabelHidden: true,
    show: (contact) =>
      isList ? (
        mayEdit && (
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => takeOff.mutate(contact)}
            aria-label={`Take ${callOf(contact)} off the list`}
          >
            Take off
          </Button>
        )
      ) : (
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => explain(contact.id)}
          aria-label={`Why ${callOf(contact)} is in`}
        >
          Why?
        </Button>
      ),
  };
  return (
    <Stack gap="md">
      <Group gap="xs">
        {isList && mayEdit && archivedAt === null && (
          <Button leftSection={<IconUsers size={16} aria-hidden />} onClick={adding.open}>
            Put people on it
          </Button>
        )}
        {!isList && (
          <Button
            variant="default"
            leftSection={<IconZoomQuestion size={16} aria-hidden />}
            onClick={asking.open}
          >
            Is somebody in it?
          </Button>
        )}
      </Group>
      <DataTable
        label={isList ? "People on the list" : "People in the segment"}
        pages={pages}
        columns={[...CONTACT_COLUMNS.filter(({ key }) => key !== "created"), act]}
        keyOf={(contact) => contact.id}
        empty={
          <EmptyState icon={IconUsers} title={isList ? "Nobody is on it yet" : "Nobody is in it"}>
            {isList
              ? "Put people on it one by one, or all of an import or a segment at once."
              : "The filter finds nobody at this moment. Ask why about somebody you expect here."}
          </EmptyState>
        }
      />
      {isList && <AddPeople segment={segment} isOpen={isAdding} onClose={adding.close} />}
      <AskWhy
        isOpen={isAsking}
        onClose={asking.close}
        onChoose={(contactId) => {
          asking.close();
          explain(contactId);
        }}
      />
      {why !== undefined && <Why segment={segment} contactId={why} onClose={() => explain(undefined)} />}
    </Stack>
  );
}
