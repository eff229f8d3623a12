// Lets time pass.
import { go } from "#core/conversation/nodes/rule";
import type { NodeRule } from "#core/conversation/nodes/rule";
import { endOfWait } from "#core/conversation/until";

export const wait: NodeRule<"wait"> = {
  enter(node, walk) {
    const at = endOfWait(node.until, walk.now, walk.person.zone, walk.state.answers);
    // A date that has passed, or was never given, is not waited for.
    if (at === null || at <= walk.now) return go(node.next);
    const clocks = { tries: 0, remindersSent: 0, askedAt: walk.now };
    return { kind: "stay", state: { phase: "waiting", ...clocks, wake: { at, reason: "wait" } } };
  },

  wake(node) {
    return go(node.next);
  },

  /** The wait goes on as if nobody had come between; one that is over meanwhile wakes at once. */
  resume(node, walk) {
    const { state, now, person } = walk;
    const at = endOfWait(node.until, state.askedAt ?? now, person.zone, state.answers) ?? now;
    return { kind: "stay", state: { phase: "waiting", wake: { at: Math.max(at, now), reason: "wait" } } };
  },
};
