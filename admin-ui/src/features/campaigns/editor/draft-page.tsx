// A draft's page. A new one begins once it is known what there is to choose from.
import { useFlows, useTemplates } from "../../../data/choices.ts";
import { BackLink } from "../../../ui/links.tsx";
import { Page } from "../../../ui/page.tsx";
import { Waiting } from "../waiting.tsx";
import { beginWith } from "./begin-with.ts";
import { DraftForm } from "./draft-form.tsx";
import type { DraftFormProps } from "./draft-form.tsx";

export function DraftPage({ campaign, onCreated }: Omit<DraftFormProps, "kind">) {
  const templates = useTemplates();
  const flows = useFlows();
  if (campaign === null && (templates.isPending || flows.isPending))
    return (
      <Page title="New campaign" back={<BackLink to="/campaigns">Campaigns</BackLink>}>
        <Waiting />
      </Page>
    );
  const kind = beginWith({ templates: templates.data ?? null, flows: flows.data ?? null });
  return <DraftForm campaign={campaign} kind={kind} onCreated={onCreated} />;
}
