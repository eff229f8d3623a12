// Asks one thing and waits for the answer.
import { answerName } from "#core/conversation/flow";
import type { Ask, Goto } from "#core/conversation/flow";
import { dueAt, patienceOf, wakeFor } from "#core/conversation/clock";
import { dispositionOf } from "#core/conversation/disposition";
import { match } from "#core/conversation/match";
import type { Match } from "#core/conversation/match";
import { putAgain, putQuestion } from "#core/conversation/nodes/put";
import { go } from "#core/conversation/nodes/rule";
import type { Heard, Move, NodeRule } from "#core/conversation/nodes/rule";
import type { Answer, FieldValue } from "#core/conversation/run";
import type { Walk } from "#core/conversation/walk";
import { saysOneOf } from "#core/conversation/words";

type Matched = Extract<Match, { kind: "matched" }>;

export const ask: NodeRule<"ask"> = {
  enter(node, walk) {
    putQuestion(asked(node), node.text, walk, node.media);
    return wait(node, walk, 0, 0);
  },

  hear(node, heard, walk) {
    const { state, flow, now, languages, person } = walk;
    if (heard.option === undefined && saysOneOf(heard.text, node.skip?.words, languages)) {
      walk.record(node.id, answerName(node), {
        value: null,
        label: "",
        words: heard.text,
        at: now,
        skipped: true,
      });
      return go(node.skip?.next ?? node.next);
    }
    const matched = match(node.answer, heard, {
      language: state.language,
      languages: flow.languages,
      zone: person.zone,
      now,
    });
    if (matched.kind === "unmatched") return null;
    record(node, heard, matched, walk);
    return go(optionNext(node, matched) ?? node.next);
  },

  retry(node, walk) {
    const tries = walk.state.tries + 1;
    if (tries >= node.triesMax) return leaveOr(node.otherwise, "early", walk);
    putAgain(asked(node), node.notUnderstood, walk);
    return wait(node, walk, tries, walk.state.remindersSent);
  },

  wake(node, walk) {
    const { state, flow, now } = walk;
    const patience = patienceOf(flow, node);
    const due = dueAt(patience, state.askedAt, now);
    switch (due.kind) {
      case "expiry":
        return { kind: "abandon", disposition: dispositionOf("silence", state) };
      case "deadline":
        return leaveOr(node.deadline?.next, "deadline", walk);
      case "reminder": {
        putQuestion(
          asked(node),
          due.reminder.text ?? node.text,
          walk,
          due.reminder.text ? undefined : node.media,
        );
        const { remindersSent } = due;
        return {
          kind: "stay",
          state: { remindersSent, wake: wakeFor(patience, { ...state, remindersSent }) },
        };
      }
      case "nothing":
        return { kind: "stay", state: { wake: wakeFor(patience, state) } };
      default:
        return due satisfies never;
    }
  },

  resume(node, walk) {
    putQuestion(asked(node), node.text, walk, node.media);
    return wait(node, walk, 0, walk.state.remindersSent);
  },
};

function asked(node: Ask) {
  return { id: node.id, rule: node.answer };
}

/** Every time the question is put its clocks start again; reminders that were sent stay sent. */
function wait(node: Ask, walk: Walk, tries: number, remindersSent: number): Move {
  const clocks = { askedAt: walk.now, remindersSent };
  const wake = wakeFor(patienceOf(walk.flow, node), clocks);
  return { kind: "stay", state: { phase: "asking", tries, ...clocks, wake } };
}

/** `end` and nowhere are the same thing here: the flow gives up, and what was answered says how the run ended. */
function leaveOr(next: Goto | undefined, ending: "early" | "deadline", walk: Walk): Move {
  if (next !== undefined && next !== "end") return go(next);
  return { kind: "finish", disposition: dispositionOf(ending, walk.state) };
}

function record(node: Ask, heard: Heard, { value, label }: Matched, walk: Walk): void {
  const answer: Answer = { value, label, words: heard.text, at: walk.now };
  walk.record(node.id, answerName(node), answer);
  if (node.attribute !== undefined) {
    walk.emit({ kind: "set-field", name: node.attribute, value: toFieldValue(answer) });
  }
}

/** A field holds one value: several choices are joined, places and media kept as they read. */
function toFieldValue({ value, label }: Answer): FieldValue {
  if (typeof value !== "object") return value;
  return Array.isArray(value) && value.every((member) => typeof member === "string")
    ? value.join(", ")
    : label;
}

function optionNext({ answer }: Ask, { value, option }: Matched): Goto | undefined {
  if (answer.kind === "choice") return answer.options.find(({ id }) => id === (option ?? value))?.next;
  if (answer.kind === "yes-no") return value === true ? answer.yes : answer.no;
  return undefined;
}
