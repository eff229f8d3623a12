// Limits that contradict each other, and timers that can never ring.
import type { FlowMap } from "#core/conversation/check/map";
import { error, warning } from "#core/conversation/check/problem";
import type { Problem } from "#core/conversation/check/problem";
import type { AnswerRule, Ask, Flow } from "#core/conversation/flow";

export function checkLimits({ flow, nodes }: FlowMap): readonly Problem[] {
  return nodes.flatMap((node) => {
    if (node.kind !== "ask") return [];
    const crossed = crossedLimits(node.answer);
    return [
      ...(crossed === null ? [] : [error("limits-crossed", node, crossed)]),
      ...checkTimers(node, flow),
    ];
  });
}

/** What no answer can satisfy, in words. */
function crossedLimits(rule: AnswerRule): string | null {
  switch (rule.kind) {
    case "text":
      return isCrossed(rule.lengthMin, rule.lengthMax)
        ? "The shortest text allowed is longer than the longest."
        : null;
    case "number":
    case "rating":
      return isCrossed(rule.min, rule.max) ? "The lowest number allowed is above the highest." : null;
    case "date":
      // `today` moves: one day it passes whatever stands beside it.
      if (rule.earliest === "today" || rule.latest === "today") return null;
      return isCrossed(rule.earliest, rule.latest) ? "The earliest date allowed is after the latest." : null;
    case "multi-choice": {
      const { choicesMin = 1, choicesMax = rule.options.length, options } = rule;
      if (choicesMin > choicesMax) return "More choices are asked for than are allowed.";
      return choicesMin > options.length ? "More choices are asked for than there are." : null;
    }
    case "choice":
    case "yes-no":
    case "nps":
    case "email":
    case "phone":
    case "media":
    case "location":
      return null;
    default:
      return rule satisfies never;
  }
}

function isCrossed<T extends number | string>(min: T | undefined, max: T | undefined): boolean {
  return min !== undefined && max !== undefined && min > max;
}

function checkTimers(node: Ask, { expiresAfterMinutes }: Flow): readonly Problem[] {
  const { deadline, reminders = [] } = node;
  const end = Math.min(deadline?.afterMinutes ?? Number.POSITIVE_INFINITY, expiresAfterMinutes);
  const times = reminders.map(({ afterMinutes }) => afterMinutes);
  return [
    ...(times.some((time, index) => index > 0 && time <= (times[index - 1] ?? 0))
      ? [
          error(
            "timer-late",
            node,
            "All reminders count from the question: each must come later than the one before.",
          ),
        ]
      : []),
    ...(times.some((time) => time >= end)
      ? [warning("timer-late", node, "A reminder is due only when the question has been given up already.")]
      : []),
    ...(deadline !== undefined && deadline.afterMinutes > expiresAfterMinutes
      ? [warning("timer-late", node, "The whole conversation expires before this deadline.")]
      : []),
  ];
}
