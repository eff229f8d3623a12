// A question: its words, what it accepts, and what happens when the answer does not come.
import { NumberInput, Select, SimpleGrid } from "@mantine/core";
import { blankAnswer } from "../../draft/blank.ts";
import { TRIES_MAX } from "../../draft/to-flow.ts";
import { put } from "../../draft/draft.ts";
import type { AnswerKind, Ask } from "../../draft/draft.ts";
import { ANSWER_NAMES } from "../../draft/say-step.ts";
import { GotoField } from "../../fields/goto-field.tsx";
import { MediaField } from "../../fields/media-field.tsx";
import { More } from "../../fields/more.tsx";
import { NextField } from "../../fields/next-field.tsx";
import { Problems } from "../../fields/problems.tsx";
import { TextsField } from "../../fields/texts-field.tsx";
import { AnswerForm } from "../answers/answer-form.tsx";
import type { StepForm } from "../editing.ts";
import { AskNames } from "./ask-names.tsx";
import { AskTiming } from "./ask-timing.tsx";

const KINDS = Object.entries(ANSWER_NAMES).map(([value, label]) => ({ value, label }));

export function AskForm({ step, change }: StepForm<Ask>) {
  const { answer } = step;
  const pickKind = (value: string | null) => {
    const kind = KINDS.find((each) => each.value === value)?.value as AnswerKind | undefined;
    if (kind !== undefined && kind !== answer.kind) change({ ...step, answer: blankAnswer(kind, answer) });
  };
  const hasHelp =
    step.notUnderstood !== undefined || step.triesMax !== undefined || step.otherwise !== undefined;
  const hasTiming = step.skip !== undefined || step.reminders !== undefined || step.deadline !== undefined;
  return (
    <>
      <TextsField
        label="What is asked"
        value={step.text}
        onChange={(text = {}) => change({ ...step, text })}
        problemsOf="text"
      />
      <Select
        label="The answer is"
        data={KINDS}
        value={answer.kind}
        onChange={pickKind}
        allowDeselect={false}
        maxDropdownHeight={320}
        maw={420}
      />
      <AnswerForm answer={answer} change={(next) => change({ ...step, answer: next })} />
      <Problems of="answer" />
      <NextField value={step.next} onChange={(next) => change(put(step, "next", next))} />
      <More label="If the answer is not understood" isInUse={hasHelp} fields={["notUnderstood", "otherwise"]}>
        <TextsField
          label="Then this is said"
          value={step.notUnderstood}
          onChange={(text) => change(put(step, "notUnderstood", text))}
          problemsOf="notUnderstood"
          isOptional
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <NumberInput
            label="How often it is asked again"
            description="With this misunderstanding it gives up."
            value={step.triesMax ?? TRIES_MAX}
            onChange={(value) => typeof value === "number" && change({ ...step, triesMax: value })}
            min={1}
            max={10}
            allowDecimal={false}
          />
          <div>
            <GotoField
              label="When it gives up"
              value={step.otherwise}
              onChange={(next) => change(put(step, "otherwise", next))}
              otherwise="The conversation ends"
            />
            <Problems of="otherwise" />
          </div>
        </SimpleGrid>
      </More>
      <More
        label="Skipping, reminders and a deadline"
        isInUse={hasTiming}
        fields={["skip", "reminders", "deadline"]}
      >
        <AskTiming step={step} change={change} />
      </More>
      <More label="Pictures and files" isInUse={step.media !== undefined} fields={["media"]}>
        <MediaField value={step.media} onChange={(media) => change(put(step, "media", media))} />
      </More>
      <More
        label="Where the answer is kept"
        isInUse={step.saveAs !== undefined || step.attribute !== undefined}
        fields={["saveAs", "attribute"]}
      >
        <AskNames step={step} change={change} />
      </More>
    </>
  );
}
