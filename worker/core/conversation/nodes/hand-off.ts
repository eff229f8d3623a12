// Gives the conversation to a person on the staff until they release it.
import { staffPatience } from "#core/conversation/clock";
import { go } from "#core/conversation/nodes/rule";
import type { NodeRule } from "#core/conversation/nodes/rule";

export const handOff: NodeRule<"hand-off"> = {
  enter(node, walk) {
    if (node.text !== undefined) walk.say(node.id, node.text);
    walk.emit({ kind: "hand-off", node: node.id, note: node.note ?? node.title ?? node.id });
    return {
      kind: "stay",
      state: { phase: "with-person", tries: 0, askedAt: null, wake: staffPatience(walk.now), resume: null },
    };
  },

  resume(node) {
    return go(node.next);
  },
};
