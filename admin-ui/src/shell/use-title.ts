// The browser's tab says where one is.
import { useRouterState } from "@tanstack/react-router";
import { useEffect } from "react";

/** Takes the title of the deepest page on the way. */
export function useTitle(): void {
  const title = useRouterState({ select: ({ matches }) => matches.at(-1)?.staticData.title });
  useEffect(() => {
    document.title = title === undefined ? "Partyline" : `${title} · Partyline`;
  }, [title]);
}
