// What may go wrong at an outside call.

export const MISHAPS = [
  /** The call is never made; the caller hears of a failure. */
  "fails-before",
  /** The call is made; the caller hears of a failure all the same. */
  "fails-after",
  /** The caller dies before the call: none of its code runs any more. */
  "killed-before",
  /** The caller dies after the call was made. */
  "killed-after",
  /** The object that is called, or was called last, is thrown out of memory. */
  "evicted-before",
  "evicted-after",
  /** The person the call is about texts STOP just before it. */
  "stopped-before",
] as const;
export type Mishap = (typeof MISHAPS)[number];

export interface Here {
  /** Which call, from where in the product. */
  readonly site: string;
  /** How many times it was made before. */
  readonly nth: number;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Decides what goes wrong here; null = nothing. */
export type Mishaps = (here: Here) => Mishap | null;

export const NO_MISHAPS: Mishaps = () => null;
