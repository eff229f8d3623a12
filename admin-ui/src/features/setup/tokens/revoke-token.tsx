// A token stops working at once, and so do sessions opened with it.
import { Button } from "@mantine/core";
import { useState } from "react";
import { api, ask } from "../../../data/api.ts";
import { useSave } from "../../../data/use-save.ts";
import { Confirm } from "../../../ui/confirm.tsx";
import type { Token } from "./tokens-page.tsx";

export function RevokeToken({ token: { id, name } }: { readonly token: Token }) {
  const [isOpen, setOpen] = useState(false);
  const revoke = useSave({
    save: () => ask(api.v1.tokens[":id"].$delete({ param: { id } })),
    touches: ["tokens"],
    said: `“${name}” no longer works.`,
    onSaved: () => setOpen(false),
  });
  return (
    <>
      <Button variant="default" size="compact-sm" onClick={() => setOpen(true)} aria-label={`Revoke ${name}`}>
        Revoke
      </Button>
      <Confirm
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={`Revoke “${name}”?`}
        action="Revoke"
        isBusy={revoke.isPending}
        onConfirm={() => revoke.mutate()}
      >
        Whatever uses it is refused from now on. It cannot be brought back.
      </Confirm>
    </>
  );
}
