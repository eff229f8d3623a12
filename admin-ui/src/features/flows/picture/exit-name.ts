// How a way out of a step is called in the picture: by the answer, the words or the time that lead there.
import type { Exit } from "#core/conversation/exits";
import type { Node } from "#core/conversation/flow";
import { inLanguage } from "#core/language";
import { describeSegment } from "#core/segment/sentence";
import { sayMinutes } from "../draft/minutes.ts";

/** Empty for a way that needs no word. */
export function nameExit(node: Node, { via }: Pick<Exit, "via">, language: string): string {
  const [kind, rest] = split(via);
  switch (kind) {
    case "option":
      return optionLabel(node, rest, language);
    case "yes":
    case "no":
      return kind === "yes" ? "Yes" : "No";
    case "otherwise":
      return node.kind === "ask" ? `not understood ${node.triesMax}×` : "not understood";
    case "skip":
      return "skipped";
    case "deadline":
      return node.kind === "ask" && node.deadline !== undefined
        ? `silent for ${sayMinutes(node.deadline.afterMinutes)}`
        : "silent";
    case "refused":
      return "says no";
    case "case":
      return caseLabel(node, Number(rest) - 1);
    case "way":
      return wayLabel(node, rest);
    default:
      return nextLabel(node);
  }
}

function split(via: string): readonly [string, string] {
  const space = via.indexOf(" ");
  return space === -1 ? [via, ""] : [via.slice(0, space), via.slice(space + 1)];
}

function nextLabel(node: Node): string {
  if (node.kind === "branch") return "else";
  if (node.kind === "ask") return "answered";
  return node.kind === "consent" && node.mode === "confirm" ? "says yes" : "";
}

function optionLabel(node: Node, id: string, language: string): string {
  if (node.kind !== "ask" || node.answer.kind !== "choice") return id;
  const option = node.answer.options.find((one) => one.id === id);
  return (option === undefined ? undefined : inLanguage(option.label, language)) ?? id;
}

/** "whose recommend is at most 6": the sentence without whom it is about. */
function caseLabel(node: Node, index: number): string {
  const when = node.kind === "branch" ? node.cases[index]?.when : undefined;
  if (when === undefined) return "";
  return describeSegment(when)
    .replace(/^Everyone /, "")
    .replace(/\.$/, "");
}

function wayLabel(node: Node, id: string): string {
  if (node.kind !== "split") return id;
  const total = node.ways.reduce((sum, { weight }) => sum + weight, 0);
  const weight = node.ways.find((way) => way.id === id)?.weight ?? 0;
  return `${id}, ${Math.round((weight / total) * 100)} %`;
}
