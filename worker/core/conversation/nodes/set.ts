// Changes what is known about the person.
import type { Change } from "#core/conversation/flow";
import { go } from "#core/conversation/nodes/rule";
import type { NodeRule } from "#core/conversation/nodes/rule";
import type { Walk } from "#core/conversation/walk";
import { languageFor } from "#core/conversation/words";

export const set: NodeRule<"set"> = {
  enter(node, walk) {
    for (const change of node.changes) apply(change, node.id, walk);
    return go(node.next);
  },
};

function apply(change: Change, node: string, walk: Walk): void {
  switch (change.kind) {
    case "field": {
      // Nothing to say about it clears it.
      const value = change.value.trim() === "" ? "" : walk.fill(node, change.value, "");
      return walk.emit({ kind: "set-field", name: change.name, value: value === "" ? null : value });
    }
    case "add-tag":
    case "remove-tag":
      return walk.emit(change);
    case "category":
      return walk.emit({ kind: "categorise", funnel: change.funnel, category: change.category });
    case "language":
      // The run goes on in a language it speaks; the person keeps the one they asked for.
      walk.state = { ...walk.state, language: languageFor(change.language, walk.flow.languages) };
      return walk.emit({ kind: "set-language", language: change.language });
    case "notify":
      return walk.emit({ kind: "notify", node, text: walk.fill(node, change.text, change.text) });
    default:
      return change satisfies never;
  }
}
