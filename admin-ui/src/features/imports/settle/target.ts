// Changing what a column is taken for.
import { toName } from "#core/csv/propose";
import type { Target } from "../questions.ts";

/** As the column is taken for something else: a name it needs is made of what it is called. */
export function withKind(target: Target, kind: string | null, heading: string): Target {
  if (kind === target.kind) return target;
  switch (kind) {
    case "number":
    case "name":
    case "language":
    case "zone":
    case "tags":
      return { kind };
    case "attribute":
      return { kind, name: nameFor(heading, heading), type: "auto" };
    case "category":
      return { kind, funnel: nameFor(heading, heading) };
    case "grant":
    case "suppression":
      return { kind, channel: "*" };
    case null:
    default:
      return { kind: "keep" };
  }
}

/** A name as attributes and funnels have it, of what somebody typed. */
export function nameFor(typed: string, heading: string): string {
  return toName(typed) ?? toName(heading) ?? "column";
}
