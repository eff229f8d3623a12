// Tokens for scripts and other programs: made once, shown once, revoked at any time.
import { Badge, Button, Stack, Text } from "@mantine/core";
import { IconKey } from "@tabler/icons-react";
import { useState } from "react";
import { useActorName } from "../../../data/actors.ts";
import { api, ask } from "../../../data/api.ts";
import { useNow } from "../../../data/use-now.ts";
import { usePages } from "../../../data/use-pages.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { BackLink } from "../../../ui/links.tsx";
import { Page } from "../../../ui/page.tsx";
import { When } from "../../../ui/when.tsx";
import { OnlyFor } from "../../../ui/only-for.tsx";
import { ROLE_WORDS } from "../staff/roles.ts";
import { sayScopes } from "./areas.ts";
import { NewToken } from "./new-token.tsx";
import { RevokeToken } from "./revoke-token.tsx";

const readTokens = (cursor: string | undefined) =>
  ask(api.v1.tokens.$get({ query: cursor === undefined ? {} : { cursor } }));
export type Token = Awaited<ReturnType<typeof readTokens>>["data"][number];

export function TokensPage() {
  return (
    <OnlyFor role="owner" title="API tokens" back={<BackLink to="/setup">Setup</BackLink>}>
      <Tokens />
    </OnlyFor>
  );
}

function Tokens() {
  const [isMaking, setMaking] = useState(false);
  const nameOf = useActorName();
  const now = useNow();
  const pages = usePages(["tokens", "list"], readTokens);
  const make = <Button onClick={() => setMaking(true)}>New token</Button>;
  return (
    <Page
      title="API tokens"
      lead="For scripts and other programs. Each is shown once, when it is made."
      back={<BackLink to="/setup">Setup</BackLink>}
      actions={pages.rows.length > 0 && make}
    >
      <DataTable
        label="API tokens"
        pages={pages}
        keyOf={({ id }) => id}
        columns={[
          {
            key: "name",
            label: "Name",
            show: ({ name }) => (
              <Text fw={600} className="wrap-anywhere">
                {name}
              </Text>
            ),
          },
          { key: "role", label: "Role", show: ({ role }) => ROLE_WORDS[role].label },
          {
            key: "touches",
            label: "May touch",
            show: ({ scopes }) =>
              scopes === null ? (
                "Everything"
              ) : (
                <Stack gap={0}>
                  {sayScopes(scopes).map((said) => (
                    <span key={said}>{said}</span>
                  ))}
                </Stack>
              ),
          },
          { key: "state", label: "State", show: (token) => <State token={token} now={now} /> },
          {
            key: "used",
            label: "Last used",
            show: ({ lastUsedAt }) =>
              lastUsedAt === null ? (
                <Text size="sm" c="dimmed">
                  Never
                </Text>
              ) : (
                <When at={lastUsedAt} />
              ),
          },
          { key: "made", label: "Made by", show: ({ createdBy }) => nameOf(createdBy) },
          {
            key: "revoke",
            label: "Revoke",
            isLabelHidden: true,
            show: (token) => token.revokedAt === null && <RevokeToken token={token} />,
          },
        ]}
        empty={
          <EmptyState icon={IconKey} title="No token yet" action={make}>
            Programs sign in with one: to read answers, to add contacts, to ask who is on call.
          </EmptyState>
        }
      />
      <NewToken isOpen={isMaking} onClose={() => setMaking(false)} />
    </Page>
  );
}

function State({ token, now }: { readonly token: Token; readonly now: number }) {
  const { revokedAt, expiresAt } = token;
  if (revokedAt !== null) {
    return (
      <Badge color="gray" variant="light" tt="none">
        Revoked
      </Badge>
    );
  }
  if (expiresAt === null) return "Good";
  if (Date.parse(expiresAt) <= now) {
    return (
      <Badge color="gray" variant="light" tt="none">
        Over
      </Badge>
    );
  }
  return (
    <>
      Until <When at={expiresAt} show="day" />
    </>
  );
}
