// Every kind of node and its rule: a kind without one does not compile.
import type { NodeKind } from "#core/conversation/flow";
import { ask } from "#core/conversation/nodes/ask";
import { branch } from "#core/conversation/nodes/branch";
import { consent } from "#core/conversation/nodes/consent";
import { end } from "#core/conversation/nodes/end";
import { enrol } from "#core/conversation/nodes/enrol";
import { handOff } from "#core/conversation/nodes/hand-off";
import type { NodeRule } from "#core/conversation/nodes/rule";
import { say } from "#core/conversation/nodes/say";
import { set } from "#core/conversation/nodes/set";
import { split } from "#core/conversation/nodes/split";
import { wait } from "#core/conversation/nodes/wait";

export const RULES: { readonly [K in NodeKind]: NodeRule<K> } = {
  say,
  ask,
  branch,
  split,
  set,
  consent,
  wait,
  "hand-off": handOff,
  enrol,
  end,
};
