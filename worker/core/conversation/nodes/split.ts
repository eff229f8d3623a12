// Sends people different ways by chance, and each person always the same way.
import { go } from "#core/conversation/nodes/rule";
import type { NodeRule } from "#core/conversation/nodes/rule";

export const split: NodeRule<"split"> = {
  enter(node, walk) {
    const { variants } = walk.state;
    const before = node.ways.find(({ id }) => id === variants[node.id]);
    if (before !== undefined) return go(before.next);
    const total = node.ways.reduce((sum, { weight }) => sum + weight, 0);
    const way = node.ways[walk.drawOne(node.ways.map(({ weight }) => weight / total))];
    if (way === undefined) return go(undefined);
    walk.state = { ...walk.state, variants: { ...variants, [node.id]: way.id } };
    return go(way.next);
  },
};
