// Who works here, and what each may do.
import { Badge, Button, Group, Text } from "@mantine/core";
import { IconUsers } from "@tabler/icons-react";
import { useState } from "react";
import { api, ask } from "../../../data/api.ts";
import { usePages } from "../../../data/use-pages.ts";
import { useMay } from "../../../data/use-session.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import type { Column } from "../../../ui/data-table.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { BackLink } from "../../../ui/links.tsx";
import { Page } from "../../../ui/page.tsx";
import { When } from "../../../ui/when.tsx";
import { Invite } from "./invite.tsx";
import { MemberMenu } from "./member-menu.tsx";
import { ROLE_WORDS } from "./roles.ts";

const readStaff = (cursor: string | undefined) =>
  ask(api.v1.staff.$get({ query: cursor === undefined ? {} : { cursor } }));
export type Member = Awaited<ReturnType<typeof readStaff>>["data"][number];

const COLUMNS: readonly Column<Member>[] = [
  {
    key: "name",
    label: "Name",
    show: ({ name, disabledAt }) => (
      <Group gap="xs">
        <Text fw={600} className="wrap-anywhere">
          {name}
        </Text>
        {disabledAt !== null && (
          <Badge color="gray" variant="light" tt="none">
            Shut out
          </Badge>
        )}
      </Group>
    ),
  },
  { key: "email", label: "E-mail", show: ({ email }) => <span className="wrap-anywhere">{email}</span> },
  { key: "role", label: "Role", show: ({ role }) => ROLE_WORDS[role].label },
  {
    key: "seen",
    label: "Last here",
    show: ({ lastSeenAt }) =>
      lastSeenAt === null ? (
        <Text size="sm" c="dimmed">
          Never signed in
        </Text>
      ) : (
        <When at={lastSeenAt} />
      ),
  },
];

export function StaffPage() {
  const isOwner = useMay("owner");
  const [isInviting, setInviting] = useState(false);
  const pages = usePages(["staff", "list"], readStaff);
  const invite = isOwner && <Button onClick={() => setInviting(true)}>Invite somebody</Button>;
  const columns: readonly Column<Member>[] = isOwner
    ? [
        ...COLUMNS,
        {
          key: "menu",
          label: "Change",
          isLabelHidden: true,
          show: (member) => <MemberMenu member={member} />,
        },
      ]
    : COLUMNS;
  return (
    <Page
      title="Staff"
      lead="Everybody signs in by a link that comes by e-mail: there are no passwords to lose."
      back={<BackLink to="/setup">Setup</BackLink>}
      actions={pages.rows.length > 0 && invite}
    >
      <DataTable
        label="Staff"
        pages={pages}
        columns={columns}
        keyOf={({ id }) => id}
        empty={
          <EmptyState icon={IconUsers} title="Nobody signs in by name yet" action={invite}>
            Invite the people you work with: the audit log then says who did what.
          </EmptyState>
        }
      />
      <Invite isOpen={isInviting} onClose={() => setInviting(false)} />
    </Page>
  );
}
