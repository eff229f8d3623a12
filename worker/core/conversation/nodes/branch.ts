// Takes the first way whose condition holds.
import { holds } from "#core/condition";
import { factsOf } from "#core/conversation/facts";
import { go } from "#core/conversation/nodes/rule";
import type { NodeRule } from "#core/conversation/nodes/rule";

export const branch: NodeRule<"branch"> = {
  enter(node, walk) {
    const facts = factsOf(walk.state, walk.person);
    const way = node.cases.find(({ when }) => holds(when, facts));
    return go(way?.next ?? node.next);
  },
};
