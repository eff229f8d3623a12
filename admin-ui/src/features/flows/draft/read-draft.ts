// Whether a draft can be shown as steps: everything in it has its place there, however unfinished its words are.
import { Flow, Node } from "#core/conversation/flow";
import type { Problem } from "#core/conversation/check/problem";
import { parseFlow } from "#core/conversation/parse-flow";
import type * as z from "zod";
import type { Draft } from "./draft.ts";

export type ReadDraft =
  | { readonly kind: "steps"; readonly draft: Draft }
  /** Only as JSON, until these are mended. */
  | { readonly kind: "json"; readonly problems: readonly Problem[] };

/** Of hundreds of steps a keystroke changes one: the others were looked at before. */
const fitting = new WeakSet<object>();

export function readDraft(json: unknown): ReadDraft {
  if (isRecord(json) && Array.isArray(json["nodes"])) {
    const { nodes, ...rest } = json;
    if (fits(Flow, { ...rest, nodes: [] }) && (nodes as unknown[]).every(isStep))
      return { kind: "steps", draft: json as unknown as Draft };
  }
  const parsed = parseFlow(json);
  return { kind: "json", problems: parsed.kind === "bad" ? parsed.problems : [] };
}

function isStep(node: unknown): boolean {
  if (!isRecord(node)) return false;
  if (fitting.has(node)) return true;
  const does = fits(Node, node);
  if (does) fitting.add(node);
  return does;
}

function fits(schema: z.ZodType, value: unknown): boolean {
  const { success, error } = schema.safeParse(value);
  return success || error.issues.every(isAboutWording);
}

/** Something too short, too long or misspelt, in a place that exists; of a union one form will do. */
function isAboutWording(issue: z.core.$ZodIssue): boolean {
  switch (issue.code) {
    case "too_small":
    case "too_big":
    case "invalid_format":
    case "invalid_key":
    case "custom":
      return true;
    case "invalid_union":
      return issue.errors.some((issues) => issues.length > 0 && issues.every(isAboutWording));
    case "invalid_type":
    case "unrecognized_keys":
    case "invalid_value":
    case "not_multiple_of":
    case "invalid_element":
      return false;
    default:
      return issue satisfies never;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
