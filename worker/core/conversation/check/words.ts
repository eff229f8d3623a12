// Words of a flow that never reach it, because consent is decided before: END, CANCEL, QUIT, HELP and their like.
import { isReserved } from "#core/consent";
import type { FlowMap } from "#core/conversation/check/map";
import { error } from "#core/conversation/check/problem";
import type { Problem } from "#core/conversation/check/problem";
import { optionsOf, wordsOf } from "#core/conversation/check/texts";
import type { Node, Words } from "#core/conversation/flow";

export function checkWords({ flow, nodes }: FlowMap): readonly Problem[] {
  const interrupts = (flow.interrupts ?? []).flatMap(({ words }) => reserved("interrupts", words, null));
  return [
    ...interrupts,
    ...nodes.flatMap((node) => [
      ...optionsOf(node).flatMap(({ id, label }) => reserved(`label of ${id}`, label, node)),
      ...wordsOf(node).flatMap(({ what, value }) => reserved(what, value, node)),
    ]),
  ];
}

/** A yes is no trouble: it opts in only whoever is opted out, and they hear no flow. */
function reserved(
  what: string,
  words: Words | Readonly<Record<string, string>>,
  node: Node | null,
): readonly Problem[] {
  return Object.values(words)
    .flat()
    .filter((word) => isReserved(word))
    .map((word) =>
      error(
        "word-reserved",
        node,
        `"${word}" (${what}) never reaches the flow: it stops, starts or explains our messages.`,
      ),
    );
}
