// Addresses that bounced for good or complained: nothing is sent to them until somebody takes them off the list.
import { Badge, Button } from "@mantine/core";
import { IconMailOff } from "@tabler/icons-react";
import { usePages } from "../../data/use-pages.ts";
import { useSave } from "../../data/use-save.ts";
import { useMay } from "../../data/use-session.ts";
import { DataTable } from "../../ui/data-table.tsx";
import type { Column } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { When } from "../../ui/when.tsx";
import { liftSuppression, readSuppressions } from "./questions.ts";
import type { Suppression } from "./questions.ts";

const CAUSES = { bounced: "Bounced for good", complained: "Said it is spam" } as const;

const COLUMNS: readonly Column<Suppression>[] = [
  { key: "address", label: "Address", show: ({ address }) => address },
  {
    key: "cause",
    label: "Why",
    show: ({ cause, detail }) => (detail === null ? CAUSES[cause] : `${CAUSES[cause]}: ${detail}`),
  },
  { key: "at", label: "Since", show: ({ at }) => <When at={at} /> },
  { key: "lift", label: "What to do", isLabelHidden: true, show: (row) => <Lift suppression={row} /> },
];

export function Suppressions() {
  const pages = usePages(["emails", "suppressions"], readSuppressions);
  return (
    <DataTable
      label="Addresses that get no more"
      pages={pages}
      columns={COLUMNS}
      keyOf={({ id }) => id}
      empty={
        <EmptyState icon={IconMailOff} title="Everybody gets their e-mails">
          An address that bounces for good, or whose owner says it is spam, appears here and gets no more.
        </EmptyState>
      }
    />
  );
}

function Lift({ suppression: { id, address, liftedAt } }: { readonly suppression: Suppression }) {
  const mayEdit = useMay("editor");
  const lifting = useSave({
    save: () => liftSuppression(id),
    touches: ["emails"],
    said: "They are written to again. Take the address off Resend's own list as well, in its dashboard.",
  });
  if (liftedAt !== null)
    return (
      <Badge variant="light" color="gray" tt="none">
        Written to again
      </Badge>
    );
  return mayEdit ? (
    <Button
      variant="default"
      size="compact-sm"
      loading={lifting.isPending}
      onClick={() => lifting.mutate()}
      aria-label={`Write to ${address} again`}
    >
      Write to it again
    </Button>
  ) : null;
}
