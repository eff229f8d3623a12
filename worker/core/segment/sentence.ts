// A segment as a sentence that whoever launches can read back: `Everyone who is tagged “vip” and whose plan is “pro”.`
import type { Condition, Filter } from "#core/condition";
import { clauseOf } from "./sentence/clause.ts";
import type { NameOf } from "./sentence/clause.ts";
export type { NameOf } from "./sentence/clause.ts";

/** Everyone, nobody, one clause, or several. */
type Meaning =
  | { readonly kind: "everyone" }
  | { readonly kind: "nobody" }
  | { readonly kind: "clause"; readonly text: string }
  | { readonly kind: "and" | "or"; readonly members: readonly Meaning[] };

/** `nameOf` knows lists, campaigns and flows by name; what it does not know shows by id. */
export function describeSegment(condition: Condition, nameOf: NameOf = () => null): string {
  const meaning = read(condition, false, (filter, isNot) => clauseOf(filter, isNot, nameOf));
  switch (meaning.kind) {
    case "everyone":
      return "Everyone.";
    case "nobody":
      return "Nobody.";
    case "clause":
      return `Everyone ${meaning.text}.`;
    case "and":
    case "or":
      return `Everyone ${list(meaning)}.`;
    default:
      return meaning satisfies never;
  }
}

/** Carries every `not` down to the comparisons, where English has a word for it. */
function read(
  condition: Condition,
  isNot: boolean,
  clause: (filter: Filter, isNot: boolean) => string,
): Meaning {
  if ("not" in condition) return read(condition.not, !isNot, clause);
  if ("all" in condition || "any" in condition) {
    const isAll = "all" in condition;
    const members = isAll ? condition.all : condition.any;
    return combine(
      isAll === isNot ? "or" : "and",
      members.map((member) => read(member, isNot, clause)),
    );
  }
  return { kind: "clause", text: clause(condition, isNot) };
}

function combine(kind: "and" | "or", members: readonly Meaning[]): Meaning {
  // Of `and` nothing is left to ask where everyone is meant, and nobody is left where one means nobody; of `or` the reverse.
  const [idle, final] =
    kind === "and" ? (["everyone", "nobody"] as const) : (["nobody", "everyone"] as const);
  if (members.some((member) => member.kind === final)) return { kind: final };
  const asking = members
    .filter((member) => member.kind !== idle)
    .flatMap((member) => (member.kind === kind && "members" in member ? member.members : [member]));
  const [first] = asking;
  if (first === undefined) return { kind: idle };
  return asking.length === 1 ? first : { kind, members: asking };
}

function list({ kind, members }: Extract<Meaning, { members: unknown }>): string {
  const texts = members.map((member) =>
    member.kind === "clause" ? member.text : "members" in member ? `(${list(member)})` : "",
  );
  return `${texts.slice(0, -1).join(", ")} ${kind} ${texts.at(-1) ?? ""}`;
}
