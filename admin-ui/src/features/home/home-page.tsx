// What needs somebody, and how today goes.
import { IconHome } from "@tabler/icons-react";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Page } from "../../ui/page.tsx";

export function HomePage() {
  return (
    <Page title="Home">
      <EmptyState icon={IconHome} title="Nothing needs you">
        What people write and what waits for somebody appears here.
      </EmptyState>
    </Page>
  );
}
