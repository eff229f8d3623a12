// What can happen to a call, as the carrier reports it. What follows a script names its turn: only the newest one's counts.
import type { Script } from "#core/helpline/script";

export type CallEvent =
  /** A key of the menu; empty for silence. */
  | { readonly kind: "menu"; readonly turn: number; readonly digits: string }
  /** The lease of whom the script wanted to ring is somebody else's. */
  | { readonly kind: "busy"; readonly turn: number; readonly volunteerId: string }
  /** A dial is over, and the caller's own call may be. */
  | {
      readonly kind: "dialled";
      readonly turn: number;
      /** Whether the two talked. Nothing else tells: a leg that a mailbox picked up ends as `completed` too. */
      readonly isBridged: boolean;
      readonly status: string;
      /** Of the leg, since it was picked up. */
      readonly seconds: number | null;
      readonly isCallerGone: boolean;
    }
  /** The caller stopped talking to the machine, or hung up. */
  | { readonly kind: "recorded"; readonly seconds: number | null };

/** What can happen to the leg of a volunteer. */
export type LegEvent =
  | { readonly kind: "initiated"; readonly turn: number }
  | { readonly kind: "picked-up"; readonly turn: number }
  /** Empty for nothing. */
  | { readonly kind: "pressed"; readonly turn: number; readonly digits: string }
  | { readonly kind: "completed"; readonly turn: number };

/** Of a leg: what the volunteer hears, and whether they and the caller are put through when it has been said. */
export type LegScript = Pick<Script, "acts" | "lease" | "release">;
