// Whether one variant is answered more than the rest by more than chance.

interface Answered {
  readonly sent: number;
  readonly replied: number;
}

/** 1.96 standard errors: chance alone would be as far apart in one case of twenty. */
const Z = 1.96;
/** Below it the normal approximation of a share says nothing. */
const REPLIES_MIN = 5;

/** The variant ahead of the next by more than chance (two-proportion z-test); null while none is. */
export function bestOf(variants: Readonly<Record<string, Answered>>): string | null {
  const [first, second] = Object.entries(variants)
    .filter(([, { sent }]) => sent > 0)
    .map(([name, { sent, replied }]) => ({ name, sent, replied, share: replied / sent }))
    .toSorted((a, b) => b.share - a.share);
  if (first === undefined || second === undefined || first.replied < REPLIES_MIN) return null;
  const pooled = (first.replied + second.replied) / (first.sent + second.sent);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / first.sent + 1 / second.sent));
  return error > 0 && (first.share - second.share) / error > Z ? first.name : null;
}
