// Every way out of a node: what the checks walk along and the editor draws.
import { answerName } from "#core/conversation/flow";
import type { Ask, Flow, Goto, Node, Until } from "#core/conversation/flow";

export interface Exit {
  /** Where to; null = the node below. */
  readonly to: Goto | null;
  /** How the author calls this way: `next`, `option red`, `otherwise`. */
  readonly via: string;
  /** Taken with words of the person, which open WhatsApp's window anew. */
  readonly isHeard: boolean;
  /** The most minutes that may pass before it is taken in silence. */
  readonly minutes: number;
  /** The answer everyone who comes this way has given. */
  readonly answers: string | null;
}

/** A wait for a weekday or a date may be any length: more than a day is all that matters. */
const LONG_MINUTES = 7 * 1440;

/** The node's own ways out, and the flow's interrupts where it waits for words. */
export function exitsOf(node: Node, flow: Flow): readonly Exit[] {
  const interrupts = (flow.interrupts ?? []).map(({ next }) => heard("interrupt", next));
  switch (node.kind) {
    case "say":
    case "set":
      return [silent("next", node.next)];
    case "ask":
      return [...exitsOfAsk(node), ...interrupts];
    case "branch":
      return [
        ...node.cases.map(({ next }, index) => silent(`case ${index + 1}`, next)),
        silent("next", node.next),
      ];
    case "split":
      return node.ways.map(({ id, next }) => silent(`way ${id}`, next));
    case "consent":
      if (node.mode === "grant") return [silent("next", node.next)];
      return [heard("next", node.next), heard("refused", node.refused ?? "end"), ...interrupts];
    case "wait":
      return [silent("next", node.next, minutesOf(node.until)), ...interrupts];
    case "hand-off":
      return [silent("next", node.next)];
    case "enrol":
    case "end":
      return [];
    default:
      return node satisfies never;
  }
}

/** Whether the walk stops here for someone or for time. A wait for an answered date may be over before it begins. */
export function isWaiting(node: Node): boolean {
  switch (node.kind) {
    case "ask":
    case "hand-off":
      return true;
    case "consent":
      return node.mode === "confirm";
    case "wait":
      return node.until.kind !== "answer-date";
    case "say":
    case "branch":
    case "split":
    case "set":
    case "enrol":
    case "end":
      return false;
    default:
      return node satisfies never;
  }
}

function exitsOfAsk(node: Ask): readonly Exit[] {
  const { answer, skip, deadline } = node;
  const name = answerName(node);
  const exits: Exit[] = [];
  if (answer.kind === "choice") {
    for (const { id, next } of answer.options) exits.push(heard(`option ${id}`, next ?? node.next, name));
  } else if (answer.kind === "yes-no") {
    exits.push(heard("yes", answer.yes ?? node.next, name), heard("no", answer.no ?? node.next, name));
  } else {
    exits.push(heard("next", node.next, name));
  }
  exits.push(heard("otherwise", node.otherwise ?? "end"));
  if (skip !== undefined) exits.push(heard("skip", skip.next ?? node.next));
  if (deadline !== undefined) exits.push(silent("deadline", deadline.next ?? "end", deadline.afterMinutes));
  return exits;
}

function heard(via: string, to: Goto | undefined, answers: string | null = null): Exit {
  return { to: to ?? null, via, isHeard: true, minutes: 0, answers };
}

function silent(via: string, to: Goto | undefined, minutes = 0): Exit {
  return { to: to ?? null, via, isHeard: false, minutes, answers: null };
}

/** A daily time is always less than 24 hours away. */
function minutesOf(until: Until): number {
  switch (until.kind) {
    case "minutes":
      return until.minutes;
    case "time-of-day":
      return until.weekdays === undefined || until.weekdays.length === 7 ? 1439 : LONG_MINUTES;
    case "answer-date":
      return LONG_MINUTES;
    default:
      return until satisfies never;
  }
}
