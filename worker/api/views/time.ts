// Times as the API shows them.
import * as z from "zod";

export const Time = z.iso.datetime().meta({ description: "ISO 8601, in UTC." });

export function toTime(at: number): string {
  return new Date(at).toISOString();
}

export function toTimeOrNull(at: number | null): string | null {
  return at === null ? null : toTime(at);
}
