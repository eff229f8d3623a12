// How many people a step met and lost, as the API counts them.

export interface NodeFigures {
  readonly node: string;
  /** How often somebody was asked there. */
  readonly views: number;
  /** Of these, how often nobody went on. */
  readonly exits: number;
  /** Of these, how many wait there now. */
  readonly waiting: number;
  /** exits / views; null where nobody came. */
  readonly dropOff: number | null;
}

/** "10 came, 2 left here (20%)" */
export function tellFigures({ views, exits, waiting, dropOff }: NodeFigures): string {
  const left = exits === 0 ? "nobody left here" : `${exits} left here (${percent(dropOff ?? 0)})`;
  return `${views} came, ${left}${waiting === 0 ? "" : `, ${waiting} still there`}`;
}

export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
