// Ends the run, with a last word if there is one.
import type { NodeRule } from "#core/conversation/nodes/rule";

export const end: NodeRule<"end"> = {
  enter(node, walk) {
    if (node.text !== undefined) walk.say(node.id, node.text);
    return { kind: "finish", disposition: node.disposition };
  },
};
