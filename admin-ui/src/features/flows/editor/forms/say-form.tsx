// A message: what is said, and where to go on.
import { put } from "../../draft/draft.ts";
import type { StepOf } from "../../draft/draft.ts";
import { MediaField } from "../../fields/media-field.tsx";
import { More } from "../../fields/more.tsx";
import { NextField } from "../../fields/next-field.tsx";
import { TextsField } from "../../fields/texts-field.tsx";
import type { StepForm } from "../editing.ts";

export function SayForm({ step, change }: StepForm<StepOf<"say">>) {
  return (
    <>
      <TextsField
        label="What is said"
        value={step.text}
        onChange={(text = {}) => change({ ...step, text })}
        problemsOf="text"
      />
      <More label="Pictures and files" isInUse={step.media !== undefined} fields={["media"]}>
        <MediaField value={step.media} onChange={(media) => change(put(step, "media", media))} />
      </More>
      <NextField value={step.next} onChange={(next) => change(put(step, "next", next))} />
    </>
  );
}
