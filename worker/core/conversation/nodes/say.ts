// Says something and goes on.
import { go } from "#core/conversation/nodes/rule";
import type { NodeRule } from "#core/conversation/nodes/rule";

export const say: NodeRule<"say"> = {
  enter(node, walk) {
    walk.say(node.id, node.text, { media: node.media });
    return go(node.next);
  },
};
