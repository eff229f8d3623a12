// How a run ended, in the words of survey research.
import type { Disposition, RunState } from "#core/conversation/run";

/** What brought a run to its end. */
export type Ending =
  /** The flow was walked to where its author ends it. */
  | "finished"
  /** The flow gave up: tries used up, consent refused, an interrupt that leads out. */
  | "early"
  /** A question's own deadline passed and leads nowhere. */
  | "deadline"
  /** Nobody said a word for as long as the flow allows. */
  | "silence"
  | "opted-out"
  /** It could not go on: a message that never arrives, a flow that loops. */
  | "failed";

/**
 * | ending    | never said a word | spoke, answered nothing | answered something |
 * |-----------|-------------------|-------------------------|--------------------|
 * | finished  | completed         | completed               | completed          |
 * | early     | refused           | refused                 | partial            |
 * | deadline  | unresponsive      | expired                 | partial            |
 * | silence   | unresponsive      | expired                 | breakoff           |
 * | opted-out | refused           | refused                 | breakoff           |
 * | failed    | failed            | failed                  | failed             |
 *
 * A skipped question is no answer. An `end` node's own disposition comes before this table,
 * and `interrupted` is given from outside, when another conversation takes the line over.
 */
export function dispositionOf(
  ending: Ending,
  { heardAt, answers }: Pick<RunState, "heardAt" | "answers">,
): Disposition {
  const hasAnswered = Object.values(answers).some(({ skipped }) => !skipped);
  const unanswered = heardAt === null ? "unresponsive" : "expired";
  switch (ending) {
    case "finished":
      return "completed";
    case "early":
      return hasAnswered ? "partial" : "refused";
    case "deadline":
      return hasAnswered ? "partial" : unanswered;
    case "silence":
      return hasAnswered ? "breakoff" : unanswered;
    case "opted-out":
      return hasAnswered ? "breakoff" : "refused";
    case "failed":
      return "failed";
    default:
      return ending satisfies never;
  }
}
