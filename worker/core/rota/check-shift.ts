// What the shape of a shift cannot say.
import type { Shift } from "./rota.ts";

export interface ShiftFault {
  readonly field: "volunteers" | "validUntil";
  /** Goes on after the field. */
  readonly message: string;
}

export function checkShift({ volunteers, validFrom, validUntil }: Shift): readonly ShiftFault[] {
  const faults: ShiftFault[] = [];
  if (new Set(volunteers).size < volunteers.length)
    faults.push({ field: "volunteers", message: "has somebody twice" });
  if (validFrom !== null && validUntil !== null && validUntil < validFrom)
    faults.push({ field: "validUntil", message: "is before `validFrom`" });
  return faults;
}
