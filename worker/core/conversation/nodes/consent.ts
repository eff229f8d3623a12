// Takes a person's consent with their own words as proof.
import type { AnswerRuleOf, NodeOf } from "#core/conversation/flow";
import { patienceOf, wakeFor } from "#core/conversation/clock";
import { dispositionOf } from "#core/conversation/disposition";
import { match } from "#core/conversation/match";
import { putAgain, putQuestion } from "#core/conversation/nodes/put";
import { go } from "#core/conversation/nodes/rule";
import type { Move, NodeRule } from "#core/conversation/nodes/rule";
import type { Walk } from "#core/conversation/walk";

/** Asked three times without a clear yes is a no: consent has to be plain. */
export const CONSENT_TRIES_MAX = 3;

/** How a consent in mode `confirm` is answered. */
export const CONSENT_RULE: AnswerRuleOf<"yes-no"> = { kind: "yes-no" };

export const consent: NodeRule<"consent"> = {
  enter(node, walk) {
    if (node.mode === "confirm") {
      putQuestion(asked(node), node.text, walk);
      return wait(walk, 0);
    }
    grant(node, walk);
    walk.say(node.id, node.text);
    return go(node.next);
  },

  hear(node, heard, walk) {
    const { state, flow, now, person } = walk;
    const matched = match(CONSENT_RULE, heard, {
      language: state.language,
      languages: flow.languages,
      zone: person.zone,
      now,
    });
    if (matched.kind === "unmatched") return null;
    if (matched.value !== true) return refuse(node, walk);
    grant(node, walk);
    return go(node.next);
  },

  retry(node, walk) {
    const tries = walk.state.tries + 1;
    if (tries >= CONSENT_TRIES_MAX) return refuse(node, walk);
    putAgain(asked(node), node.notUnderstood, walk);
    return wait(walk, tries);
  },

  wake(_node, walk) {
    return { kind: "abandon", disposition: dispositionOf("silence", walk.state) };
  },

  resume(node, walk) {
    putQuestion(asked(node), node.text, walk);
    return wait(walk, 0);
  },
};

function asked({ id }: NodeOf<"consent">) {
  return { id, rule: CONSENT_RULE };
}

/** Nobody consents by silence or by being enrolled: without the person's own words there is no proof, hence no grant. */
function grant({ id }: NodeOf<"consent">, walk: Walk): void {
  if (walk.words === null) {
    walk.emit({
      kind: "report",
      node: id,
      problem: "Consent was not granted: no words of the person led here.",
    });
  } else {
    walk.emit({ kind: "grant-consent", node: id, words: walk.words });
  }
}

function refuse(node: NodeOf<"consent">, walk: Walk): Move {
  if (node.refused !== undefined && node.refused !== "end") return go(node.refused);
  return { kind: "finish", disposition: dispositionOf("early", walk.state) };
}

function wait(walk: Walk, tries: number): Move {
  const clocks = { askedAt: walk.now, remindersSent: 0 };
  return {
    kind: "stay",
    state: { phase: "asking", tries, ...clocks, wake: wakeFor(patienceOf(walk.flow), clocks) },
  };
}
