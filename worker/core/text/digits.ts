// Decimal digits of every script, read as ASCII.

const DIGIT = /\p{Nd}/u;
const FOREIGN_DIGITS = /[^\P{Nd}0-9]/gu;

/** Replaces the decimal digits of any script with 0 to 9. */
export function toAsciiDigits(text: string): string {
  return text.replace(FOREIGN_DIGITS, (digit) => String(valueOf(digit)));
}

/** Unicode encodes each script's ten digits side by side in ascending order (The Unicode Standard, 4.6), so no table is needed. */
function valueOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (DIGIT.test(String.fromCodePoint(zero - 1))) zero -= 1;
  // Some blocks hold several sets of ten in a row.
  return (code - zero) % 10;
}
