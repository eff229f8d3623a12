// Words that mean two things at once: two options, or an option and the way past the question.
import type { FlowMap } from "#core/conversation/check/map";
import { error, warning } from "#core/conversation/check/problem";
import type { Problem } from "#core/conversation/check/problem";
import type { Ask, Flow, Words } from "#core/conversation/flow";
import { match, overlaps } from "#core/conversation/match";

export function checkChoices({ flow, nodes }: FlowMap): readonly Problem[] {
  return nodes.flatMap((node) => {
    if (node.kind !== "ask") return [];
    const skips = taken(node.skip?.words, node, flow).map((word) =>
      warning("choices-overlap", node, `"${word}" skips the question, though it is also an answer to it.`),
    );
    const interrupts = (flow.interrupts ?? []).flatMap(({ words, next }) =>
      taken(words, node, flow).map((word) =>
        warning(
          "choices-overlap",
          node,
          `"${word}" leads to "${next}" from anywhere, though it is also an answer here.`,
        ),
      ),
    );
    return [...checkOptions(node, flow), ...skips, ...interrupts];
  });
}

function checkOptions(node: Ask, { languages }: Flow): readonly Problem[] {
  return overlaps(node.answer, languages).map(({ a, b, language, word }) =>
    error("choices-overlap", node, `"${word}" (${language}) could mean "${a}" or "${b}".`),
  );
}

/** The words that the question itself would understand; where any words will do, none is taken. */
function taken(words: Words | undefined, { answer }: Ask, { languages }: Flow): readonly string[] {
  const takesAnyWords =
    answer.kind === "text" || (answer.kind === "location" && answer.addressInWords === true);
  if (words === undefined || takesAnyWords) return [];
  return Object.entries(words).flatMap(([language, list]) =>
    list.filter(
      (text) => match(answer, { text }, { language, languages, zone: "UTC", now: 0 }).kind === "matched",
    ),
  );
}
