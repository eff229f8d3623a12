// What a call goes by from its beginning to its end, whatever is changed meanwhile.
import type { Rota } from "#core/rota/rota";
import type { HelplineConfig } from "./helpline.ts";

export interface CallPlan {
  readonly helplineId: string;
  readonly config: HelplineConfig;
  /** With the overrides of the days around the call; whom it names and `volunteers` does not is gone. */
  readonly rota: Rota;
  readonly volunteers: readonly PlannedVolunteer[];
  /** The group does not take this caller. */
  readonly isBlocked: boolean;
  /** The caller is a volunteer, of whatever group: nobody rings them while they call. */
  readonly isVolunteer: boolean;
}

/** A member of the group, whether on shift or not. */
export interface PlannedVolunteer {
  readonly id: string;
  readonly name: string;
  /** E.164. */
  readonly phone: string | null;
  /** Of the phone: their Contact object. */
  readonly addressId: string | null;
  readonly language: string;
  readonly isActive: boolean;
  /** Epoch milliseconds: their telephone failed and is not rung until then. */
  readonly quarantinedUntil: number | null;
}
