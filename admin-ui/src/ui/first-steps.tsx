// What a new group still needs before its first call: what is done, what is next, and where that is.
import { Group as Row, List, Paper, Text, ThemeIcon } from "@mantine/core";
import { IconCheck, IconCircle, IconCircleArrowRight } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { FIRST_STEPS } from "../data/first-steps.ts";
import type { FirstStep } from "../data/first-steps.ts";
import type { Group } from "../data/helplines.ts";
import { useMay } from "../data/use-session.ts";
import { AnchorLink, ButtonLink } from "./links.tsx";

export interface FirstStepsProps {
  readonly group: Pick<Group, "id" | "name" | "number">;
  /** Null, or not known yet: there is nothing to say. */
  readonly next: FirstStep | null | undefined;
  /** The step this very page is for: it needs no way there. */
  readonly here?: FirstStep;
}

const WORDS: Readonly<Record<FirstStep, string>> = {
  volunteers: "Add the volunteers who take its calls",
  shifts: "Draw the rota: who is on, and when",
  call: "Try it",
};

/** Gone with the first call. */
export function FirstSteps({ group, next, here }: FirstStepsProps) {
  const mayEdit = useMay("editor");
  if (!mayEdit || next === null || next === undefined) return null;
  const place = FIRST_STEPS.indexOf(next);
  return (
    <Paper withBorder p="md" role="status">
      <Text fw={600} mb="xs">
        {group.name}: before the first call
      </Text>
      <List className="first-steps" listStyleType="none" spacing={6} size="sm" type="ordered">
        {FIRST_STEPS.map((step, index) => (
          <List.Item key={step} icon={<Mark state={stateOf(index, place)} />}>
            <Row gap="sm">
              <Text size="sm" {...(step === next ? { fw: 600 } : { c: "dimmed" })}>
                {WORDS[step]}
                {index < place && <span className="unseen"> (done)</span>}
              </Text>
              {step === next && <Way step={step} group={group} isHere={step === here} />}
            </Row>
          </List.Item>
        ))}
      </List>
    </Paper>
  );
}

function Way({
  step,
  group,
  isHere,
}: Pick<FirstStepsProps, "group"> & { step: FirstStep; isHere: boolean }): ReactNode {
  const { id, number } = group;
  switch (step) {
    case "volunteers":
      return (
        !isHere && (
          <ButtonLink to="/volunteers" search={{ new: true, group: id }} size="compact-sm">
            Add a volunteer
          </ButtonLink>
        )
      );
    case "shifts":
      return isHere ? (
        <Text size="sm">Draw on the week below, or press New shift.</Text>
      ) : (
        <ButtonLink to="/rota" search={{ group: id }} size="compact-sm">
          Draw the rota
        </ButtonLink>
      );
    case "call":
      return (
        <Text size="sm">
          See{" "}
          <AnchorLink to="/rota" search={{ group: id, view: "call" }} underline="always">
            who gets the call
          </AnchorLink>{" "}
          now, then call {number}. Nothing rings? Look{" "}
          <AnchorLink to="/setup/numbers" underline="always">
            where the number points
          </AnchorLink>
          .
        </Text>
      );
    default:
      return step satisfies never;
  }
}

type State = "done" | "next" | "later";

function stateOf(index: number, next: number): State {
  if (index < next) return "done";
  return index === next ? "next" : "later";
}

const ICONS = { done: IconCheck, next: IconCircleArrowRight, later: IconCircle } as const;

function Mark({ state }: { readonly state: State }) {
  const Icon = ICONS[state];
  return (
    <ThemeIcon
      size={22}
      radius="xl"
      variant="transparent"
      color={state === "later" ? "gray" : "teal"}
      aria-hidden
    >
      <Icon size={18} />
    </ThemeIcon>
  );
}
