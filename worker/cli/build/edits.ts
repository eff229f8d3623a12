// Changes to a source text at places found in its syntax tree.

export interface Edit {
  readonly start: number;
  readonly end: number;
  /** What stands there instead. */
  readonly text: string;
}

/** Applies edits in any order; one inside of another is gone with it. Line breaks stay, so that source maps go on telling the line. */
export function applyEdits(code: string, edits: readonly Edit[]): string {
  return edits
    .filter((edit) => !edits.some((other) => other !== edit && contains(other, edit)))
    .toSorted((a, b) => b.start - a.start || b.end - a.end)
    .reduce((text, { start, end, text: instead }) => {
      const breaks = text.slice(start, end).replaceAll(/[^\n]/g, "");
      return text.slice(0, start) + instead + breaks + text.slice(end);
    }, code);
}

/** What is put in at an edge of something is not inside of it. */
function contains(outer: Edit, inner: Edit): boolean {
  const isAtEdge = inner.start === inner.end && (inner.start === outer.start || inner.end === outer.end);
  return outer.start <= inner.start && inner.end <= outer.end && !isAtEdge;
}
