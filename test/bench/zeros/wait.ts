// What stands for `worker/wait.ts` in a run: whoever waits does so by the run's own time.
import type { Clock } from "../../../worker/clock.ts";
import { theTime } from "./time.ts";

export function waitUntil(_clock: Clock, at: number): Promise<void> {
  return theTime().waitTill(at);
}
