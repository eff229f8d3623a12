// Who gets which variant of an A/B test: drawn from the id of the recipient's message, so that every look says the same.

/** The last 32 bits of an id: derived, and independent of the digit that makes its lane and of the instant it begins with. */
const DIGITS = 8;

export interface Weighted {
  readonly name: string;
  readonly weight: number;
}

/** The variant of a recipient by the id of their message; the weights are shares of one another. */
export function drawVariant<Variant extends Weighted>(
  variants: readonly Variant[],
  messageId: string,
): Variant {
  const share = Number.parseInt(messageId.slice(-DIGITS), 16) / 16 ** DIGITS;
  const total = variants.reduce((sum, { weight }) => sum + weight, 0);
  let left = share * total;
  for (const variant of variants) {
    left -= variant.weight;
    if (left < 0) return variant;
  }
  const last = variants.at(-1);
  if (last === undefined) throw new Error("a campaign has at least one variant");
  return last;
}
