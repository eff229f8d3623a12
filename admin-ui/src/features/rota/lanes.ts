// Side by side what is at the same time.

export interface Laid {
  /** From 0. */
  readonly lane: number;
  /** How many stand side by side there. */
  readonly lanes: number;
}

interface Stretch {
  readonly fromMinute: number;
  readonly toMinute: number;
}

/** The pieces of one day, each in the first lane that is free; those that touch one another share their width. */
export function lay<One extends Stretch>(pieces: readonly One[]): readonly (One & Laid)[] {
  const sorted = pieces.toSorted((a, b) => a.fromMinute - b.fromMinute || b.toMinute - a.toMinute);
  const laid: (One & Laid)[] = [];
  let cluster: (One & { lane: number })[] = [];
  let ends: number[] = [];
  const close = () => {
    laid.push(...cluster.map((piece) => ({ ...piece, lanes: ends.length })));
    cluster = [];
    ends = [];
  };
  for (const piece of sorted) {
    if (ends.every((end) => end <= piece.fromMinute)) close();
    const free = ends.findIndex((end) => end <= piece.fromMinute);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = piece.toMinute;
    cluster.push({ ...piece, lane });
  }
  close();
  return laid;
}
