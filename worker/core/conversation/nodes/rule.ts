// What a kind of node must be able to do, and what it may answer.
import type { Goto, NodeKind, NodeOf } from "#core/conversation/flow";
import type { Attachment, Disposition, Location, RunState } from "#core/conversation/run";
import type { Walk } from "#core/conversation/walk";

/** The person's words as a node hears them. `option`: the quick reply of this very question that was tapped. */
export interface Heard {
  readonly text: string;
  readonly attachments?: readonly Attachment[];
  readonly location?: Location;
  readonly option?: string;
}

export type Move =
  /** On to a node, to the `end`, or (null) to the node below. */
  | { readonly kind: "go"; readonly to: Goto | null }
  /** The run waits here. */
  | { readonly kind: "stay"; readonly state: Partial<RunState> }
  /** The flow itself ends here. */
  | { readonly kind: "finish"; readonly disposition: Disposition }
  /** The run ends because the person never went on from here: an exit at this node. */
  | { readonly kind: "abandon"; readonly disposition: Disposition };

/** Only nodes that wait have more than `enter`. */
export interface NodeRule<K extends NodeKind> {
  /** The walk arrives. */
  enter(node: NodeOf<K>, walk: Walk): Move;
  /** The person speaks; null = that answers nothing which was asked here. */
  hear?(node: NodeOf<K>, heard: Heard, walk: Walk): Move | null;
  /** What to do about words that `hear` could not place; without it they are left to others. */
  retry?(node: NodeOf<K>, walk: Walk): Move;
  /** The time the state asked for has come. */
  wake?(node: NodeOf<K>, walk: Walk): Move;
  /** A person who had taken over gives the conversation back. */
  resume?(node: NodeOf<K>, walk: Walk): Move;
}

/** On to `next`, or below where it is absent. */
export function go(next: Goto | undefined): Move {
  return { kind: "go", to: next ?? null };
}
