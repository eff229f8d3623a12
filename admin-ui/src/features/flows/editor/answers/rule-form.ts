// What every form of an answer's rule is given.
import type { AnswerKind, AnswerOf } from "../../draft/draft.ts";

export interface RuleForm<Kind extends AnswerKind> {
  readonly answer: AnswerOf<Kind>;
  readonly change: (answer: AnswerOf<Kind>) => void;
}
