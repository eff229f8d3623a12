// Something an operator should see to: written down, and told by e-mail at once.
import type { AlarmKind } from "#core/alarm";
import { insertAlarm } from "../db/alarms.ts";
import type { Services } from "../services.ts";

export interface Trouble {
  readonly kind: AlarmKind;
  /** What it is about, such as an id: a second alarm of the kind about it while one is open adds nothing. */
  readonly subject: string;
  /** A sentence for the operator, without numbers or names of people. */
  readonly text: string;
}

export async function raiseAlarm(services: Services, trouble: Trouble): Promise<void> {
  const { d1, clock, mint } = services;
  await insertAlarm(d1, { id: mint(), ...trouble, at: clock.now() });
}
