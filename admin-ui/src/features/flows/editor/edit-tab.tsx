// The editor beside its preview; a draft that cannot be shown as steps says why.
import { Alert, List, Stack, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { getRouteApi } from "@tanstack/react-router";
import { useCallback } from "react";
import { AnchorLink } from "../../../ui/links.tsx";
import { LookingOn } from "../../../ui/looking-on.tsx";
import type { Draft } from "../draft/draft.ts";
import type { Found } from "../draft/place-problem.ts";
import type { ReadDraft } from "../draft/read-draft.ts";
import type { Edit } from "../frame/use-draft.ts";
import { BesidePreview } from "./beside-preview.tsx";
import { Editor } from "./editor.tsx";
import { loadForms } from "./load-forms.ts";

const route = getRouteApi("/flows/$flowId");

export interface EditTabProps {
  readonly slug: string;
  readonly read: ReadDraft;
  readonly edit: Edit;
  readonly problems: readonly Found[];
  readonly mayEdit: boolean;
}

export function EditTab({ slug, read, edit, problems, mayEdit }: EditTabProps) {
  const { flowId } = route.useParams();
  const { step: openKey = null } = route.useSearch();
  const navigate = route.useNavigate();
  const change = useCallback((next: (draft: Draft) => Draft) => edit((json) => next(json as Draft)), [edit]);
  const open = useCallback(
    (key: string | null) =>
      void navigate({
        search: ({ step: _before, ...rest }) => (key === null ? rest : { ...rest, step: key }),
        resetScroll: false,
        replace: true,
      }),
    [navigate],
  );
  if (read.kind === "json")
    return (
      <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title="This draft cannot be shown as steps">
        <Stack gap="xs">
          <List size="sm">
            {[...new Set(read.problems.map(({ message }) => message))].map((message) => (
              <List.Item key={message}>{message}</List.Item>
            ))}
          </List>
          <Text size="sm">
            It was written elsewhere.{" "}
            <AnchorLink to="/flows/$flowId" params={{ flowId }} search={{ tab: "json" }} size="sm">
              Mend it as JSON
            </AnchorLink>
            , then it opens here.
          </Text>
        </Stack>
      </Alert>
    );
  return (
    <BesidePreview draft={read.draft} slug={slug}>
      {/* Whoever begins a step writes at once: its form is there by then. */}
      <div onPointerEnter={() => void loadForms()} onFocus={() => void loadForms()}>
        <LookingOn />
        <Editor
          draft={read.draft}
          problems={problems}
          openKey={openKey}
          onOpen={open}
          change={change}
          mayEdit={mayEdit}
        />
      </div>
    </BesidePreview>
  );
}
