// Something an operator should see to: written down, and told by e-mail at once.
import type { AlarmKind } from "#core/alarm";
import { insertAlarm } from "../db/alarms.ts";
import { describeError } from "../log.ts";
import type { Services } from "../services.ts";
import { tellOperators } from "./tell-operators.ts";

export interface Trouble {
  readonly kind: AlarmKind;
  /** What it is about, such as an id: a second alarm of the kind about it while one is open adds nothing. */
  readonly subject: string;
  /** A sentence for the operator, without numbers or names of people. */
  readonly text: string;
}

/** Throws when it could not be written; whether anybody could be told is cron's to see to. */
export async function raiseAlarm(services: Services, trouble: Trouble): Promise<void> {
  const { d1, clock, mint, log } = services;
  if (!(await insertAlarm(d1, { id: mint(), ...trouble, at: clock.now() }))) return;
  try {
    await tellOperators(services);
  } catch (error) {
    log.warn("operators-not-told", { error: describeError(error) });
  }
}
