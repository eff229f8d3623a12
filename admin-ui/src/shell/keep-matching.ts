// What of the palette fits what is typed, in its own order: what is found later comes below, and nothing moves under a hand.
import type { SpotlightProps } from "@mantine/spotlight";

type SpotlightActions = SpotlightProps["actions"][number];
type Action = Exclude<SpotlightActions, { readonly actions: unknown }>;

/** Part of a label, or the beginning of a word that it is also known by. */
export function keepMatching(query: string, actions: readonly SpotlightActions[]): SpotlightActions[] {
  const sought = query.trim().toLowerCase();
  return actions.flatMap<SpotlightActions>((one) => {
    if (!("actions" in one)) return fits(one, sought) ? [one] : [];
    const kept = one.actions.filter((action) => fits(action, sought));
    return kept.length === 0 ? [] : [{ ...one, actions: kept }];
  });
}

function fits({ label = "", keywords = [] }: Action, sought: string): boolean {
  return (
    label.toLowerCase().includes(sought) ||
    [keywords].flat().some((word) => word.toLowerCase().startsWith(sought))
  );
}
