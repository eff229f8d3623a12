// What an answer may be, for each kind of answer.
import type { Answer } from "../../draft/draft.ts";
import { DateRule, LocationRule, MediaRule, PhoneRule } from "./other-rules.tsx";
import { NumberRule, RatingRule, TextRule } from "./number-rules.tsx";
import { OptionsRule } from "./options-rule.tsx";
import { YesNoRule } from "./yes-no-rule.tsx";

export interface AnswerFormProps {
  readonly answer: Answer;
  readonly change: (answer: Answer) => void;
}

export function AnswerForm({ answer, change }: AnswerFormProps) {
  switch (answer.kind) {
    case "text":
      return <TextRule answer={answer} change={change} />;
    case "choice":
    case "multi-choice":
      return <OptionsRule answer={answer} change={change} />;
    case "yes-no":
      return <YesNoRule answer={answer} change={change} />;
    case "number":
      return <NumberRule answer={answer} change={change} />;
    case "rating":
      return <RatingRule answer={answer} change={change} />;
    case "date":
      return <DateRule answer={answer} change={change} />;
    case "phone":
      return <PhoneRule answer={answer} change={change} />;
    case "media":
      return <MediaRule answer={answer} change={change} />;
    case "location":
      return <LocationRule answer={answer} change={change} />;
    case "nps":
    case "email":
      return null;
    default:
      return answer satisfies never;
  }
}
