// One volunteer group: the only authority on its calls in progress, on whose turn it is, and on what waits to be mailed.
import { DurableObject } from "cloudflare:workers";
import type { JournalRecord } from "#core/record";

/** What a Helpline needs of the world: the queue it tells. */
export interface HelplineEnv {
  readonly RECORDS: Queue<JournalRecord>;
  readonly DEMO?: string;
}

export class Helpline extends DurableObject<HelplineEnv> {
  /** Does all that is due: called by the alarm, by the demo's jump in time and by the sweep for lost alarms. */
  async tick({ now }: { now: number }): Promise<void> {
    await this.ctx.storage.setAlarm(now);
  }
}
