// The form for each kind of step.
import type { Step } from "../draft/draft.ts";
import { AskForm } from "./forms/ask-form.tsx";
import { BranchForm } from "./forms/branch-form.tsx";
import { ConsentForm } from "./forms/consent-form.tsx";
import { EndForm } from "./forms/end-form.tsx";
import { EnrolForm } from "./forms/enrol-form.tsx";
import { HandOffForm } from "./forms/hand-off-form.tsx";
import { SayForm } from "./forms/say-form.tsx";
import { SetForm } from "./forms/set-form.tsx";
import { SplitForm } from "./forms/split-form.tsx";
import { WaitForm } from "./forms/wait-form.tsx";

export interface StepFieldsProps {
  readonly step: Step;
  readonly change: (step: Step) => void;
}

export function StepFields({ step, change }: StepFieldsProps) {
  switch (step.kind) {
    case "say":
      return <SayForm step={step} change={change} />;
    case "ask":
      return <AskForm step={step} change={change} />;
    case "branch":
      return <BranchForm step={step} change={change} />;
    case "split":
      return <SplitForm step={step} change={change} />;
    case "set":
      return <SetForm step={step} change={change} />;
    case "consent":
      return <ConsentForm step={step} change={change} />;
    case "wait":
      return <WaitForm step={step} change={change} />;
    case "hand-off":
      return <HandOffForm step={step} change={change} />;
    case "enrol":
      return <EnrolForm step={step} change={change} />;
    case "end":
      return <EndForm step={step} change={change} />;
    default:
      return step satisfies never;
  }
}
