// A time zone as a request gives it.
import { isZone } from "#core/zone";
import { invalidAt } from "../explain.ts";

/** null and nothing are fine: then it is guessed from the number. Throws `invalid`. */
export function checkZone(zone: string | null | undefined): void {
  if (typeof zone === "string" && !isZone(zone))
    throw invalidAt({ path: "zone", message: "is no time zone such as Europe/London" });
}
