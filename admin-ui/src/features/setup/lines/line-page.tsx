// One line: what starts on it, and everything that can be set about it.
import { Skeleton, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import { api, ask } from "../../../data/api.ts";
import type { Key } from "../../../data/queries.ts";
import { useSession } from "../../../data/use-session.ts";
import { BackLink } from "../../../ui/links.tsx";
import { Page } from "../../../ui/page.tsx";
import { ProblemNote } from "../../../ui/problem-note.tsx";
import { OnlyForMakers } from "../../../ui/only-for.tsx";
import { blankLine } from "./line-draft.ts";
import { LineEditor } from "./line-editor.tsx";

const readLine = (id: string) => ask(api.v1.lines[":id"].$get({ param: { id } }));
export type LineFound = Awaited<ReturnType<typeof readLine>>;

export function LinePage() {
  const { lineId } = useParams({ strict: false });
  return lineId === undefined ? <NewLine /> : <KnownLine key={lineId} id={lineId} />;
}

function NewLine() {
  const { number } = useSearch({ strict: false });
  const zone = useSession().data?.zone ?? "UTC";
  return (
    <OnlyForMakers title="New line" back={<BackLink to="/setup/lines">Lines</BackLink>}>
      <LineEditor
        line={null}
        begin={blankLine(zone, number === undefined ? "" : `+${number.replace(/^\+/, "")}`)}
      />
    </OnlyForMakers>
  );
}

function KnownLine({ id }: { readonly id: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: ["lines", id] satisfies Key,
    queryFn: () => readLine(id),
  });
  if (data !== undefined) return <LineEditor line={data} begin={null} />;
  return (
    <Page title="Line" back={<BackLink to="/setup/lines">Lines</BackLink>}>
      {error === null ? (
        <Stack aria-hidden>
          <Skeleton h={36} />
          <Skeleton h={320} />
        </Stack>
      ) : (
        <ProblemNote problem={error} retry={refetch} />
      )}
    </Page>
  );
}
