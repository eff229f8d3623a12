// Liquid that is broken, and placeholders that some people have nothing for.
import { knownNames } from "#core/conversation/check/known-names";
import type { FlowMap } from "#core/conversation/check/map";
import { error, quoted, warning } from "#core/conversation/check/problem";
import type { Problem } from "#core/conversation/check/problem";
import { messagesOf, optionsOf, valuesOf } from "#core/conversation/check/texts";
import type { Node } from "#core/conversation/flow";
import { checkTemplate, placeholders } from "#core/template";

export function checkTemplates(map: FlowMap): readonly Problem[] {
  const known = knownNames(map);
  return map.nodes.flatMap((node, place) => {
    const sources = [
      ...messagesOf(node).flatMap(({ what, value }) =>
        Object.entries(value).map(([language, source]) => ({ what: `${what} (${language})`, source })),
      ),
      ...valuesOf(node).map(({ what, value }) => ({ what, source: value })),
    ];
    const isSure = (name: string) =>
      Object.hasOwn(map.flow.defaults ?? {}, name) || known[place]?.has(name) === true;
    return [
      ...sources.flatMap(({ what, source }) => checkSource(what, source, node, isSure)),
      ...checkLabels(node),
    ];
  });
}

function checkSource(
  what: string,
  source: string,
  node: Node,
  isSure: (name: string) => boolean,
): readonly Problem[] {
  const broken = checkTemplate(source);
  if (broken !== null) return [error("template-broken", node, `The ${what} cannot be filled in: ${broken}`)];
  const bare = placeholders(source).filter(({ name, hasDefault }) => !hasDefault && !isSure(name));
  if (bare.length === 0) return [];
  const names = quoted(bare.map(({ name }) => name));
  return [
    warning(
      "placeholder-bare",
      node,
      `The ${what} uses ${names}, which not everyone has: give it a default, as in {{ ${bare[0]?.name} | default: "friend" }}.`,
    ),
  ];
}

/** A label is matched against what people type, so it stands as it is. */
function checkLabels(node: Node): readonly Problem[] {
  return optionsOf(node)
    .filter(({ label }) => Object.values(label).some((wording) => /\{\{|\{%/.test(wording)))
    .map(({ id }) =>
      error(
        "template-broken",
        node,
        `The label of "${id}" has a placeholder: labels are matched word for word.`,
      ),
    );
}
