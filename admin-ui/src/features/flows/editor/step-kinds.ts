// Every kind of step as it is offered: in the order in which people need them.
import {
  IconArrowsSplit2,
  IconClock,
  IconDice5,
  IconFlag,
  IconHeadset,
  IconMessage,
  IconPencil,
  IconQuestionMark,
  IconShieldCheck,
  IconTransfer,
} from "@tabler/icons-react";
import type { ComponentType } from "react";
import type { StepKind } from "../draft/draft.ts";

type Icon = ComponentType<{ readonly size?: number; readonly stroke?: number }>;

export const STEP_KINDS: readonly { readonly kind: StepKind; readonly what: string }[] = [
  { kind: "ask", what: "Asks something and waits for the answer" },
  { kind: "say", what: "Says something and goes on" },
  { kind: "branch", what: "Goes on by answers, tags or other things known" },
  { kind: "end", what: "Says goodbye and stops" },
  { kind: "set", what: "Keeps a field, a tag or a category; tells the staff" },
  { kind: "consent", what: "Asks whether you may write again" },
  { kind: "wait", what: "Goes on later" },
  { kind: "hand-off", what: "Puts the conversation into the inbox" },
  { kind: "split", what: "Sends some one way and some another" },
  { kind: "enrol", what: "Ends here and begins another flow" },
];

export const STEP_ICONS: Readonly<Record<StepKind, Icon>> = {
  ask: IconQuestionMark,
  say: IconMessage,
  branch: IconArrowsSplit2,
  split: IconDice5,
  set: IconPencil,
  consent: IconShieldCheck,
  wait: IconClock,
  "hand-off": IconHeadset,
  enrol: IconTransfer,
  end: IconFlag,
};
