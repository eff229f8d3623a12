// A shift of the week, or of one date, as a form holds it: whatever a shift says has its field, and nothing is lost on the way.
import type { Override, Shift } from "#core/rota/rota";

export interface ShiftForm {
  readonly weekday: number;
  readonly from: string;
  readonly to: string;
  readonly volunteers: readonly string[];
  readonly order: "given" | "turns";
  /** Dates; empty for no such end. */
  readonly validFrom: string;
  readonly validUntil: string;
}

export type NewShift = Omit<Shift, "id">;

export function toShiftForm({ validFrom, validUntil, id: _id, ...shift }: Shift): ShiftForm {
  return { ...shift, validFrom: validFrom ?? "", validUntil: validUntil ?? "" };
}

export function fromShiftForm(form: ShiftForm): NewShift {
  const { weekday, from, to, volunteers, order, validFrom, validUntil } = form;
  return {
    weekday,
    from,
    to,
    volunteers: [...volunteers],
    order,
    validFrom: validFrom === "" ? null : validFrom,
    validUntil: validUntil === "" ? null : validUntil,
  };
}

type Unmade<One> = One extends Override ? Omit<One, "id" | "at"> : never;
/** What is different on a date, as it is made. */
export type NewOverride = Unmade<Override>;

/** Every kind of override has the same few fields; which of them count is told by its kind. */
export interface OverrideForm {
  readonly kind: Override["kind"];
  readonly date: string;
  readonly shiftId: string;
  /** Times of an added shift. */
  readonly from: string;
  readonly to: string;
  readonly volunteers: readonly string[];
  /** People of a swap; null is an open place. */
  readonly leaves: string | null;
  readonly comes: string | null;
}

export function toOverrideForm(override: NewOverride): OverrideForm {
  const blank = { shiftId: "", from: "", to: "", volunteers: [], leaves: null, comes: null };
  switch (override.kind) {
    case "add":
    case "remove":
    case "replace":
      return { ...blank, ...override };
    case "swap": {
      const { kind, date, shiftId, from, to } = override;
      return { ...blank, kind, date, shiftId, leaves: from, comes: to };
    }
    default:
      return override satisfies never;
  }
}

export function fromOverrideForm(form: OverrideForm): NewOverride {
  const { kind, date, shiftId, from, to, leaves, comes } = form;
  const volunteers = [...form.volunteers];
  switch (kind) {
    case "add":
      return { kind, date, from, to, volunteers };
    case "remove":
      return { kind, date, shiftId };
    case "replace":
      return { kind, date, shiftId, volunteers };
    case "swap":
      return { kind, date, shiftId, from: leaves, to: comes };
    default:
      return kind satisfies never;
  }
}
