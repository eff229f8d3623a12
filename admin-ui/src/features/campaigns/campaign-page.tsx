// One campaign: its form while it is a draft, and what becomes of it once it is launched.
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useMay } from "../../data/use-session.ts";
import { Page } from "../../ui/page.tsx";
import { BackLink } from "../../ui/links.tsx";
import { OnlyForMakers } from "../../ui/only-for.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { campaignQuery } from "./questions.ts";
import { Waiting } from "./waiting.tsx";

/** The form brings filters and their checks with it; who looks at what became of a campaign needs none of it. */
const DraftPage = lazy(async () => ({ default: (await import("./editor/draft-page.tsx")).DraftPage }));
const RunPage = lazy(async () => ({ default: (await import("./running/run-page.tsx")).RunPage }));

export function CampaignPage() {
  const { campaignId } = useParams({ strict: false });
  const mayMake = useMay("editor");
  if (campaignId === undefined && !mayMake)
    return (
      <OnlyForMakers title="New campaign" back={<BackLink to="/campaigns">Campaigns</BackLink>}>
        {null}
      </OnlyForMakers>
    );
  // In one place for both addresses: what is being typed goes on when a new one gets its own.
  return (
    <Suspense fallback={<Waiting />}>
      <Shown />
    </Suspense>
  );
}

function Shown() {
  const { campaignId } = useParams({ strict: false });
  const { key, onCreated } = useForm(campaignId);
  const { data, error, refetch } = useQuery({
    ...campaignQuery(campaignId ?? ""),
    enabled: campaignId !== undefined,
  });
  if (campaignId === undefined || data?.state === "draft")
    return (
      <DraftPage
        key={key}
        campaign={campaignId === undefined ? null : (data ?? null)}
        onCreated={onCreated}
      />
    );
  if (data !== undefined) return <RunPage campaign={data} />;
  return (
    <Page title="Campaign" back={<BackLink to="/campaigns">Campaigns</BackLink>}>
      {error === null ? <Waiting /> : <ProblemNote problem={error} retry={refetch} />}
    </Page>
  );
}

interface Form {
  readonly key: number;
  readonly id: string | undefined;
  /** Kept for the first time a moment ago: its address changes, the form stays. */
  readonly born: string | undefined;
}

/** Another campaign is another form; the same one under its new address is not. */
function useForm(id: string | undefined): { key: number; onCreated: (id: string) => void } {
  const [form, setForm] = useState<Form>({ key: 0, id, born: undefined });
  if (form.id !== id) {
    const isSame = form.id === undefined && form.born === id;
    setForm({ key: isSame ? form.key : form.key + 1, id, born: undefined });
  }
  return { key: form.key, onCreated: (born) => setForm((before) => ({ ...before, born })) };
}
