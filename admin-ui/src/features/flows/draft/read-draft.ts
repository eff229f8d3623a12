// Whether a draft can be shown as steps: everything in it has its place there, however unfinished its words are.
import { Flow } from "#core/conversation/flow";
import type { Problem } from "#core/conversation/check/problem";
import { parseFlow } from "#core/conversation/parse-flow";
import type * as z from "zod";
import type { Draft } from "./draft.ts";

export type ReadDraft =
  | { readonly kind: "steps"; readonly draft: Draft }
  /** Only as JSON, until these are mended. */
  | { readonly kind: "json"; readonly problems: readonly Problem[] };

export function readDraft(json: unknown): ReadDraft {
  const { success, error } = Flow.safeParse(json);
  if (success || error.issues.every(isAboutWording)) return { kind: "steps", draft: json as Draft };
  const parsed = parseFlow(json);
  return { kind: "json", problems: parsed.kind === "bad" ? parsed.problems : [] };
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
