// The value of digits as people write them: 3.5, 3,5, 1,200, 1.200, 1 200, 1'200, 1,00,000.

export interface Convention {
  /** The person writes 3,5. */
  readonly hasDecimalComma: boolean;
  /** Only whole numbers are asked for. */
  readonly isWhole: boolean;
}

/** Thousands in threes with one kind of separator, or as in India: two by two before the last three. None begins with 0. */
const GROUPED = /^(?:[1-9]\d{0,2}([.,' ])\d{3}(?:\1\d{3})*|[1-9]\d?(?:,\d{2})+,\d{3})$/;
/** `1,200`: by its form alone either. */
const EITHER = /^[1-9]\d{0,2}([.,])\d{3}$/;
const DECIMAL = /^(.*)[.,](\d+)$/;

/**
 * The number, or null where the separators fit none (`3.3.2026`). One separator with three digits after it parts thousands
 * where whole numbers are asked for; elsewhere it is the decimal sign of the person's language or, the other way round, not.
 */
export function valueOf(digits: string, { hasDecimalComma, isWhole }: Convention): number | null {
  if (/^\d+$/.test(digits)) return Number(digits);
  const either = EITHER.exec(digits);
  const isThousands = either !== null && (isWhole || (either[1] === ",") !== hasDecimalComma);
  if (isThousands || (either === null && GROUPED.test(digits))) return Number(digits.replace(/\D/g, ""));
  const [, whole = "", fraction = ""] = DECIMAL.exec(digits) ?? [];
  // Digits alone or thousands parted by something other than the decimal sign.
  const sign = digits.at(-1 - fraction.length) ?? "";
  if (fraction === "" || whole.includes(sign) || !(/^\d+$/.test(whole) || GROUPED.test(whole))) return null;
  return Number(`${whole.replace(/\D/g, "")}.${fraction}`);
}
