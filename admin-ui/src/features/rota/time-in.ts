// What a zone's clock shows at an instant.
import { wallIn } from "#core/zone-clock";
import { timeOf } from "./week.ts";

/** Epoch milliseconds as 09:30. */
export function timeIn(zone: string, at: number): string {
  return timeOf(Math.floor(wallIn(zone, at) / 60_000));
}
