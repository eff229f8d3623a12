// What a flow wants to know of a person: the fields that its texts and branches name and no question of its own asks for.
import type { Condition } from "#core/condition";
import { answerName } from "#core/conversation/flow";
import type { Draft, Step } from "../draft/draft.ts";
import { placeholders } from "#core/template";

/** In alphabetical order. */
export function fieldsNamed(flow: Draft): readonly string[] {
  const asked = new Set(flow.nodes.flatMap((node) => (node.kind === "ask" ? [answerName(node)] : [])));
  const named = flow.nodes.flatMap((node) => [
    ...textsOf(node).flatMap((text) => placeholders(text).map(({ name }) => name)),
    ...(node.kind === "branch" ? node.cases.flatMap(({ when }) => pathsOf(when)) : []),
  ]);
  const fields = named.flatMap((name) => {
    const [root = "", inner] = name.split(".");
    if (root === "answers") return [];
    return root === "contact" || root === "attributes" ? (inner ?? []) : root;
  });
  return [...new Set(fields)].filter((name) => !asked.has(name)).toSorted();
}

function textsOf(node: Step): readonly string[] {
  return "text" in node && node.text !== undefined ? Object.values(node.text) : [];
}

function pathsOf(condition: Condition): readonly string[] {
  if ("all" in condition) return condition.all.flatMap(pathsOf);
  if ("any" in condition) return condition.any.flatMap(pathsOf);
  if ("not" in condition) return pathsOf(condition.not);
  return condition.path.startsWith("attributes.") ? [condition.path] : [];
}
