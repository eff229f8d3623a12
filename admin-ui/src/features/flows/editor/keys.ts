// What tells steps apart on the page: their ids, and a number where two have the same one.

/** `name`, `name~2`: stable while nothing before them changes places. */
export function keysOf(nodes: readonly { readonly id: string }[]): readonly string[] {
  const seen = new Map<string, number>();
  return nodes.map(({ id }) => {
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return count === 1 ? id : `${id}~${count}`;
  });
}

/** The settings of the flow are opened like a step; no step is called so. */
export const SETTINGS_KEY = "~flow";
