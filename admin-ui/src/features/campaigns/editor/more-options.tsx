// Everything that most campaigns leave as it is: variants, hours, limits, whom to leave out.
import { Collapse, NumberInput, Stack, UnstyledButton, Group, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import type { LineChoice } from "../../../data/choices.ts";
import type { ProblemAt } from "../../../data/field-problems.ts";
import { ConsentField } from "../../../ui/consent-field.tsx";
import { Choice } from "../../../ui/choice.tsx";
import { InstantField } from "../../../ui/instant-field.tsx";
import { AnchorLink } from "../../../ui/links.tsx";
import { moreIn, put } from "./draft.ts";
import { LineField } from "./line-field.tsx";
import { OwnHours } from "./own-hours.tsx";
import type { Drafting } from "./use-draft.ts";
import { VariantsField } from "./variants-field.tsx";

const IN_CONVERSATION = {
  skip: "Is left out",
  wait: "Gets it when that conversation is over",
  interrupt: "Gets it all the same",
} as const;

export interface MoreOptionsProps {
  readonly drafting: Drafting;
  readonly lines: readonly LineChoice[];
  readonly problemAt: ProblemAt;
}

const PEOPLE_MAX = 1_000_000;

export function MoreOptions({ drafting, lines, problemAt }: MoreOptionsProps) {
  const { draft, edit } = drafting;
  const set = moreIn(draft);
  const [isOpen, { toggle }] = useDisclosure(set > 0);
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <Stack gap="md">
      <UnstyledButton onClick={toggle} aria-expanded={isOpen} w="fit-content">
        <Group gap={4}>
          <Chevron size={18} aria-hidden />
          <Text fw={600}>More</Text>
          <Text size="sm" c="dimmed">
            {set === 0 ? "Hours, limits, A/B test, another line to fall back on" : `${set} set`}
          </Text>
        </Group>
      </UnstyledButton>
      <Collapse expanded={isOpen}>
        <Stack gap="lg">
          <VariantsField drafting={drafting} />
          <OwnHours
            hours={draft.hours}
            onChange={(hours) => edit((now) => put(now, "hours", hours))}
            problem={problemAt("hours")}
          />
          <NumberInput
            label="People a day"
            description="At most so many each day; all of them at once where empty."
            value={draft.dailyCap ?? ""}
            onChange={(value) => edit((now) => put(now, "dailyCap", toCount(value)))}
            min={1}
            max={PEOPLE_MAX}
            allowDecimal={false}
            thousandSeparator=","
            error={problemAt("dailyCap")}
          />
          <InstantField
            label="Ends at"
            description="Who was not reached by then gets nothing."
            value={draft.expiresAt}
            onChange={(expiresAt) => edit((now) => put(now, "expiresAt", expiresAt))}
            error={problemAt("expiresAt")}
          />
          <NumberInput
            label="Stop after so many answers"
            description="Conversations answered to the end; only where a flow asks something."
            value={draft.quota ?? ""}
            onChange={(value) => edit((now) => put(now, "quota", toCount(value)))}
            min={1}
            max={PEOPLE_MAX}
            allowDecimal={false}
            thousandSeparator=","
            error={problemAt("quota")}
          />
          <Choice
            label="Who is in a conversation on this line"
            ways={IN_CONVERSATION}
            value={draft.inConversation}
            onChange={(value) => edit((now) => put(now, "inConversation", value))}
          />
          <ConsentField
            value={draft.consent}
            onChange={(value) => edit((now) => put(now, "consent", value))}
          />
          <LineField
            label="Where this line cannot reach somebody, try"
            description="The same words, if they may be written to there."
            lines={lines.filter(({ id }) => id !== draft.lineId)}
            value={draft.fallbackLineId ?? ""}
            onChange={(lineId) =>
              edit((now) => put(now, "fallbackLineId", lineId === "" ? undefined : lineId))
            }
            problem={problemAt("fallbackLineId")}
            isOptional
          />
          <Text size="sm" c="dimmed">
            How often anybody hears from you at all is set for{" "}
            <AnchorLink to="/setup/organisation" underline="always">
              the whole organisation
            </AnchorLink>
            ; pace and spend cap are{" "}
            {draft.lineId === "" ? (
              <AnchorLink to="/setup/lines" underline="always">
                the line&apos;s
              </AnchorLink>
            ) : (
              <AnchorLink to="/setup/lines/$lineId" params={{ lineId: draft.lineId }} underline="always">
                the line&apos;s
              </AnchorLink>
            )}
            .
          </Text>
        </Stack>
      </Collapse>
    </Stack>
  );
}

function toCount(value: number | string): number | undefined {
  return typeof value === "number" && value >= 1 ? value : undefined;
}
