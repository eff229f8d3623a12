// Texts that lack a language of the flow, or have one it does not speak.
import type { FlowMap } from "#core/conversation/check/map";
import { error, quoted, warning } from "#core/conversation/check/problem";
import type { Problem } from "#core/conversation/check/problem";
import { messagesOf, optionsOf } from "#core/conversation/check/texts";
import type { Placed } from "#core/conversation/check/texts";
import type { Flow, Node, Text } from "#core/conversation/flow";

export function checkTranslations({ flow, nodes }: FlowMap): readonly Problem[] {
  return nodes.flatMap((node) => [
    ...[...messagesOf(node), ...labelsOf(node)].flatMap((text) => checkText(text, node, flow)),
    ...(node.kind === "set" ? checkLanguageChanges(node, flow) : []),
  ]);
}

function labelsOf(node: Node): readonly Placed<Text>[] {
  return optionsOf(node).map(({ id, label }) => ({ what: `label of ${id}`, value: label }));
}

function checkText({ what, value }: Placed<Text>, node: Node, { languages }: Flow): readonly Problem[] {
  const [standard = "", ...others] = languages;
  const lacking = others.filter((language) => value[language] === undefined);
  const unused = Object.keys(value).filter((language) => !languages.includes(language));
  return [
    ...(value[standard] === undefined
      ? [
          error(
            "translation-missing",
            node,
            `The ${what} has no wording in "${standard}", the flow's own language.`,
          ),
        ]
      : []),
    ...(lacking.length > 0
      ? [warning("translation-missing", node, `The ${what} is not translated into ${quoted(lacking)}.`)]
      : []),
    ...(unused.length > 0
      ? [
          warning(
            "language-unknown",
            node,
            `The ${what} is written in ${quoted(unused)}, which this flow does not speak.`,
          ),
        ]
      : []),
  ];
}

function checkLanguageChanges(node: Extract<Node, { kind: "set" }>, { languages }: Flow): readonly Problem[] {
  return node.changes.flatMap((change) =>
    change.kind === "language" && !languages.includes(change.language)
      ? [
          warning(
            "language-unknown",
            node,
            `It changes the language to "${change.language}", which this flow does not speak.`,
          ),
        ]
      : [],
  );
}
