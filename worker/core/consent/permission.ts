// What we are told about consent, as dated facts with their proof: added to the history, never changed in it.
import { CHANNELS } from "#core/line";

/** `*` is every channel, those that come later too. */
export const REACHES = ["*", ...CHANNELS] as const;
export type Reach = (typeof REACHES)[number];

/** What staff, an import or another system may tell us about an address. A lift takes back what was told until then. */
export const TOLD_KINDS = ["grant", "suppression", "lift-grant", "lift-suppression"] as const;
export type ToldKind = (typeof TOLD_KINDS)[number];

/** With what the person decided in their own words. */
export type ConsentKind = "opt-out" | "opt-in" | ToldKind;
