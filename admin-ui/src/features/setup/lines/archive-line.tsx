// Takes a line out of use.
import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { api, ask } from "../../../data/api.ts";
import { useSave } from "../../../data/use-save.ts";
import { Confirm } from "../../../ui/confirm.tsx";
import type { LineFound } from "./line-page.tsx";

export function ArchiveLine({ line: { id, name } }: { readonly line: LineFound }) {
  const [isOpen, setOpen] = useState(false);
  const navigate = useNavigate();
  const archive = useSave({
    save: () => ask(api.v1.lines[":id"].archive.$post({ param: { id } })),
    touches: ["lines", "settings"],
    said: `“${name}” is put away.`,
    onSaved: () => navigate({ to: "/setup/lines", ignoreBlocker: true }),
  });
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        Put away
      </Button>
      <Confirm
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={`Put “${name}” away?`}
        action="Put away"
        isBusy={archive.isPending}
        onConfirm={() => archive.mutate()}
      >
        Nothing new starts on it. Conversations under way come to their end, and what was said stays.
      </Confirm>
    </>
  );
}
