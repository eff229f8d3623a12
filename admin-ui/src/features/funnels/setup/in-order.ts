// Chosen hours or weekdays: as they stood where none came or went, else by size.
export function inOrder(before: readonly number[], chosen: readonly number[]): number[] {
  if (before.length === chosen.length) return [...before];
  return chosen.toSorted((a, b) => a - b);
}
