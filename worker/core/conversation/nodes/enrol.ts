// Goes over into another flow.
import type { NodeRule } from "#core/conversation/nodes/rule";

export const enrol: NodeRule<"enrol"> = {
  enter(node, walk) {
    walk.emit({ kind: "enrol", flow: node.flow });
    return { kind: "finish", disposition: "completed" };
  },
};
