// One segment: its filter, being built or changed, and who is in it; or a list and who is on it.
import { Skeleton, Tabs } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useMay } from "../../data/use-session.ts";
import { BackLink, ButtonLink } from "../../ui/links.tsx";
import { OnlyForMakers } from "../../ui/only-for.tsx";
import { Page } from "../../ui/page.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { ArchiveSegment } from "./archive-segment.tsx";
import { SegmentForm } from "./edit/segment-form.tsx";
import { ListName } from "./people/list-name.tsx";
import { People } from "./people/people.tsx";
import { segmentQuery } from "./questions.ts";
import type { Segment } from "./questions.ts";

const BACK = <BackLink to="/segments">Segments</BackLink>;

export function SegmentPage() {
  const { segmentId } = useParams({ from: "/segments/$segmentId" });
  return segmentId === "new" ? (
    <OnlyForMakers title="New segment" back={BACK}>
      <Page title="New segment" back={BACK}>
        <SegmentForm segment={null} />
      </Page>
    </OnlyForMakers>
  ) : (
    <Kept key={segmentId} id={segmentId} />
  );
}

function Kept({ id }: { readonly id: string }) {
  const { data, error, refetch } = useQuery(segmentQuery(id));
  const mayEdit = useMay("editor");
  if (data === undefined)
    return (
      <Page title="Segment" back={BACK}>
        {error === null ? <Skeleton h={280} /> : <ProblemNote problem={error} retry={refetch} />}
      </Page>
    );
  const { name, archivedAt, sentence } = data;
  return (
    <Page
      title={name}
      back={BACK}
      lead={archivedAt === null ? sentence : `${sentence} It was put away.`}
      actions={
        mayEdit &&
        archivedAt === null && (
          <>
            <ButtonLink to="/campaigns/new" search={{ segment: id }} variant="default">
              Send to them
            </ButtonLink>
            <ArchiveSegment segment={data} />
          </>
        )
      }
    >
      {data.kind === "list" ? <List segment={data} /> : <Filtered segment={data} />}
    </Page>
  );
}

function List({ segment }: { readonly segment: Segment }) {
  return (
    <>
      <ListName segment={segment} />
      <People segment={segment} />
    </>
  );
}

function Filtered({ segment }: { readonly segment: Segment }) {
  const { tab = "filter" } = useSearch({ from: "/segments/$segmentId" });
  const navigate = useNavigate({ from: "/segments/$segmentId" });
  return (
    <Tabs
      value={tab}
      onChange={(wanted) =>
        void navigate({ search: wanted === "people" ? { tab: "people" } : {}, replace: true })
      }
    >
      <Tabs.List mb="md">
        <Tabs.Tab value="filter">Who is meant</Tabs.Tab>
        <Tabs.Tab value="people">{`People (${segment.count.toLocaleString("en-GB")})`}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="filter" keepMounted>
        <SegmentForm segment={segment} />
      </Tabs.Panel>
      <Tabs.Panel value="people">{tab === "people" && <People segment={segment} />}</Tabs.Panel>
    </Tabs>
  );
}
