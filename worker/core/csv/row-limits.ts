// How much of a row is kept: it lies in one row of D1, as JSON within JSON, which holds 2 MB.

/** Of one cell: a long letter fits. */
export const CELL_CHARACTERS_MAX = 10_000;
/** Of all cells of a row: three bytes each at the most, and some of them escaped twice. */
export const ROW_CHARACTERS_MAX = 250_000;

export function charactersOf(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + cell.length, 0);
}

/** The cells of a rejected row as they are kept: whole wherever the row could be imported once it is mended. */
export function cutCells(cells: readonly string[]): readonly string[] {
  let left = ROW_CHARACTERS_MAX;
  const filled = cells.findLastIndex((cell) => cell !== "") + 1;
  return cells.slice(0, filled).map((cell) => {
    const kept = cell.slice(0, Math.min(left, CELL_CHARACTERS_MAX));
    left -= kept.length;
    return kept.length < cell.length ? `${kept}…` : kept;
  });
}
