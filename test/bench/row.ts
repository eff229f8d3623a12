// One line of the bench's table.

/** What is measured, what came out, and how; ratios and counts say more than times on machines like these. */
export type Row = readonly [figure: string, value: string, how: string];

export interface Part {
  readonly rows: readonly Row[];
  /** A promise that was not kept, in words. */
  readonly broken?: readonly string[];
}
