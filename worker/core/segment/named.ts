// The lists, campaigns and flows that a condition is about, which may be misspelt or gone.
import { filtersOf } from "#core/condition";
import type { Condition } from "#core/condition";
import type { NameOf } from "./sentence.ts";

export interface Named {
  readonly kind: "list" | "campaign" | "flow";
  /** An id; of a flow its slug. */
  readonly key: string;
}

export function namedIn(condition: Condition): readonly Named[] {
  return filtersOf(condition).flatMap(({ path, value }): Named[] => {
    const [root, flow = ""] = path.split(".");
    if (root === "answers") return [{ kind: "flow", key: flow }];
    if (root !== "lists" && root !== "campaigns") return [];
    const kind = root === "lists" ? "list" : "campaign";
    const keys = Array.isArray(value) ? value : [value];
    return keys.flatMap((key) => (typeof key === "string" ? [{ kind, key }] : []));
  });
}

/** One sentence for each that nobody knows: such a filter holds for nobody, and its opposite for everyone. */
export function findUnknown(condition: Condition, nameOf: NameOf): readonly string[] {
  const unknown = namedIn(condition).filter(({ kind, key }) => nameOf(kind, key) === null);
  return [...new Set(unknown.map(({ kind, key }) => `There is no ${kind} "${key}".`))];
}
