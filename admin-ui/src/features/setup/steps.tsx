// The steps of setting up: which are done, and for the others what to do.
import { Code, Group, Stack, Text, ThemeIcon, Title } from "@mantine/core";
import { IconAlertTriangle, IconBulb, IconCheck } from "@tabler/icons-react";
import type { LinkProps } from "@tanstack/react-router";
import { Fragment } from "react";
import { useMay } from "../../data/use-session.ts";
import { AnchorLink } from "../../ui/links.tsx";
import { CheckButton } from "./check-button.tsx";
import type { Step } from "./questions.ts";

const LOOKS = {
  missing: { icon: IconAlertTriangle, color: "orange", label: "Missing" },
  advice: { icon: IconBulb, color: "blue", label: "Could be better" },
  done: { icon: IconCheck, color: "teal", label: "Done" },
} as const;

/** What is missing stands first. */
const ORDER = ["missing", "advice", "done"] as const;

/** Where a step is done in this admin, and what the way there is called. */
const WAYS: Partial<
  Record<Step["id"], { readonly to: NonNullable<LinkProps["to"]>; readonly label: string }>
> = {
  lines: { to: "/setup/lines", label: "Open lines" },
  flows: { to: "/flows", label: "Open flows" },
  operators: { to: "/setup/organisation", label: "Open organisation" },
  staff: { to: "/setup/staff", label: "Open staff" },
  zone: { to: "/setup/organisation", label: "Open organisation" },
};

export function Steps({ steps }: { readonly steps: readonly Step[] }) {
  const isOwner = useMay("owner");
  return (
    <Stack component="section" gap="sm" aria-labelledby="steps">
      <Title order={2} size="h4" id="steps">
        Step by step
      </Title>
      <Stack component="ul" gap="lg" m={0} p={0} className="setup-steps">
        {ORDER.flatMap((state) => steps.filter((step) => step.state === state)).map((step) => (
          <StepRow key={`${step.id} ${step.text}`} step={step} mayCheck={isOwner} />
        ))}
      </Stack>
    </Stack>
  );
}

function StepRow({ step, mayCheck }: { readonly step: Step; readonly mayCheck: boolean }) {
  const { id, state, title, text, how } = step;
  const { icon: Icon, color, label } = LOOKS[state];
  const way = WAYS[id];
  return (
    <Group component="li" align="flex-start" wrap="nowrap" gap="md">
      <ThemeIcon variant="light" color={color} radius="xl" size={30} role="img" aria-label={label}>
        <Icon size={18} aria-hidden />
      </ThemeIcon>
      <Stack gap={2} miw={0} flex={1}>
        <Text fw={600}>{title}</Text>
        <Text size="sm" className="wrap-anywhere">
          {text}
        </Text>
        {how !== null && (
          <Text size="sm" c="dimmed" className="wrap-anywhere">
            <WithCode text={how} />
          </Text>
        )}
        <Group gap="md">
          {way !== undefined && state !== "done" && (
            <AnchorLink to={way.to} size="sm">
              {way.label}
            </AnchorLink>
          )}
          {mayCheck && id === "twilio" && <CheckButton what="twilio" label="Try the credentials" />}
          {mayCheck && id === "email" && state === "done" && (
            <CheckButton what="resend" label="Try the key" />
          )}
        </Group>
      </Stack>
    </Group>
  );
}

/** What stands in backticks is to be typed as it is. */
function WithCode({ text }: { readonly text: string }) {
  return text
    .split("`")
    .map((part, place) =>
      place % 2 === 1 ? <Code key={place}>{part}</Code> : <Fragment key={place}>{part}</Fragment>,
    );
}
