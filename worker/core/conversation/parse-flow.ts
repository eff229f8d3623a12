// Turns JSON into a flow, or says in words what is wrong with it and where.
import type * as z from "zod";
import { error } from "#core/conversation/check/problem";
import type { Problem } from "#core/conversation/check/problem";
import { Flow, Node } from "#core/conversation/flow";

export type ParsedFlow =
  | { readonly kind: "ok"; readonly flow: Flow }
  | { readonly kind: "bad"; readonly problems: readonly Problem[] };

/** Whoever reads them mends the first few and asks again. */
const PROBLEMS_MAX = 50;
const VALUE_LENGTH_MAX = 60;

export function parseFlow(json: unknown): ParsedFlow {
  const parsed = Flow.safeParse(json);
  if (parsed.success) return { kind: "ok", flow: parsed.data };
  const problems = parsed.error.issues.slice(0, PROBLEMS_MAX).map((issue) => toProblem(issue, json));
  return { kind: "bad", problems };
}

function toProblem(issue: z.core.$ZodIssue, json: unknown): Problem {
  const { path, words } = explain(issue, json);
  const [root, index] = path;
  const node = root === "nodes" && typeof index === "number" ? idOf(valueAt(json, ["nodes", index])) : null;
  return { ...error("schema", null, `${placeOf(path)}: ${words}`), node };
}

interface Explained {
  readonly path: readonly PropertyKey[];
  readonly words: string;
}

function explain(issue: z.core.$ZodIssue, json: unknown): Explained {
  const { path } = issue;
  const value = valueAt(json, path);
  if (issue.code === "unrecognized_keys") {
    return { path, words: `there is no ${issue.keys.map((key) => `"${key}"`).join(" or ")} here` };
  }
  if (issue.code === "invalid_type") {
    const words =
      value === undefined
        ? "is missing"
        : `should be ${article(issue.expected)}, not ${article(kindOf(value))}`;
    return { path, words };
  }
  return issue.code === "invalid_union" ? explainUnion(issue, value) : { path, words: issue.message };
}

/** Of several forms the one that came furthest is what was meant. */
function explainUnion(issue: z.core.$ZodIssueInvalidUnion, value: unknown): Explained {
  const { path, discriminator, errors } = issue;
  // Such an issue stands at the discriminator itself.
  if (discriminator !== undefined) {
    const kinds =
      path.length === 3 && path[0] === "nodes" ? `, only ${Node.options.map(kindOfOption).join(", ")}` : "";
    return {
      path,
      words: value === undefined ? "is missing" : `there is no ${shortened(value)}${kinds}`,
    };
  }
  const deepest = errors.flat().toSorted((a, b) => b.path.length - a.path.length)[0];
  if (deepest === undefined) return { path, words: issue.message };
  const inner = explain(deepest, value);
  return { path: [...path, ...inner.path], words: inner.words };
}

/** Whatever stood there, short enough for a sentence. */
function shortened(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > VALUE_LENGTH_MAX ? `${text.slice(0, VALUE_LENGTH_MAX)}…` : text;
}

function kindOfOption(option: (typeof Node.options)[number]): string {
  return option.shape.kind.value;
}

/** `nodes[2].answer.options[0].label` */
function placeOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return "flow";
  const parts = path.map((part, index) =>
    typeof part === "number" ? `[${part}]` : `${index === 0 ? "" : "."}${String(part)}`,
  );
  return parts.join("");
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, part) => {
    return typeof inner === "object" && inner !== null && Object.hasOwn(inner, part)
      ? (Object.getOwnPropertyDescriptor(inner, part)?.value as unknown)
      : undefined;
  }, value);
}

function idOf(node: unknown): string | null {
  const id = valueAt(node, ["id"]);
  return typeof id === "string" ? id : null;
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

function article(noun: string): string {
  if (noun === "null") return noun;
  return /^[aeio]/.test(noun) ? `an ${noun}` : `a ${noun}`;
}
