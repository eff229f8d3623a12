// Watching a campaign from a scene: figures that never come are a difference like any other.
import { type Figures, watch } from "../demo/seed/office.ts";
import type { Stage } from "./stage.ts";

/** Looks at a campaign's figures until they are as wanted. */
export function see(
  { system: { api }, checks }: Stage,
  campaignId: string,
  what: string,
  isSo: (figures: Figures) => boolean,
): Promise<Figures> {
  return checks.expect(what, () => watch(api, campaignId, what, isSo));
}
