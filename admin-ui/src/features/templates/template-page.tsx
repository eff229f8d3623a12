// One template: written per language and channel, beside what people would read.
import { Button, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { api, ask } from "../../data/api.ts";
import { useSave } from "../../data/use-save.ts";
import { useMay } from "../../data/use-session.ts";
import { BackLink } from "../../ui/links.tsx";
import { OnlyForMakers } from "../../ui/only-for.tsx";
import { Page } from "../../ui/page.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { TemplateForm } from "./edit/template-form.tsx";
import { templateQuery } from "./questions.ts";
import type { Template } from "./questions.ts";

const BACK = <BackLink to="/templates">Templates</BackLink>;

export function TemplatePage() {
  const { templateId } = useParams({ from: "/templates/$templateId" });
  return templateId === "new" ? (
    <OnlyForMakers title="New template" back={BACK}>
      <Page title="New template" back={BACK}>
        <TemplateForm template={null} />
      </Page>
    </OnlyForMakers>
  ) : (
    <Kept key={templateId} id={templateId} />
  );
}

function Kept({ id }: { readonly id: string }) {
  const { data, error, refetch } = useQuery(templateQuery(id));
  const mayEdit = useMay("editor");
  if (data === undefined)
    return (
      <Page title="Template" back={BACK}>
        {error === null ? <Skeleton h={320} /> : <ProblemNote problem={error} retry={refetch} />}
      </Page>
    );
  return (
    <Page
      title={data.name}
      back={BACK}
      lead={data.archivedAt === null ? undefined : "It was put away, and can no longer be chosen."}
      actions={mayEdit && data.archivedAt === null && <PutAway template={data} />}
    >
      <TemplateForm template={data} />
    </Page>
  );
}

function PutAway({ template }: { readonly template: Template }) {
  const navigate = useNavigate();
  const { mutate, isPending } = useSave({
    save: () => ask(api.v1.templates[":id"].archive.$post({ param: { id: template.id } })),
    touches: ["templates"],
    said: `“${template.name}” is put away. What was launched keeps its words.`,
    onSaved: () => navigate({ to: "/templates", ignoreBlocker: true }),
  });
  return (
    <Button variant="default" onClick={() => mutate()} loading={isPending}>
      Put away
    </Button>
  );
}
