// The first steps, for whoever has just come: what comes next, and what is done already.
import { Paper, Text, Title } from "@mantine/core";
import { IconAddressBook, IconCheck, IconMessages, IconPhone, IconSpeakerphone } from "@tabler/icons-react";
import type { LinkProps } from "@tanstack/react-router";
import { useMay } from "../../data/use-session.ts";
import { ButtonLink } from "../../ui/links.tsx";
import { Matter } from "./matter.tsx";

type Name = "line" | "flow" | "contacts" | "campaign";

interface Step {
  readonly name: Name;
  readonly icon: typeof IconPhone;
  readonly title: string;
  readonly text: string;
  readonly to: NonNullable<LinkProps["to"]>;
  readonly label: string;
}

const STEPS: readonly Step[] = [
  {
    name: "line",
    icon: IconPhone,
    title: "Make a line",
    text: "A number, a WhatsApp sender or a web chat that people write to.",
    to: "/setup/lines",
    label: "Go to lines",
  },
  {
    name: "flow",
    icon: IconMessages,
    title: "Make a flow and publish it",
    text: "The questions to ask, one after the other. Try them beside the editor before anybody else does.",
    to: "/flows",
    label: "Go to flows",
  },
  {
    name: "contacts",
    icon: IconAddressBook,
    title: "Import contacts",
    text: "From a CSV file. Whoever writes to you is added by themselves.",
    to: "/imports",
    label: "Import a file",
  },
  {
    name: "campaign",
    icon: IconSpeakerphone,
    title: "Send it",
    text: "To everybody, or to a part of them. You see what it costs before it goes.",
    to: "/campaigns/new",
    label: "New campaign",
  },
];

export function Beginnings({ done }: { readonly done: Readonly<Record<Name, boolean>> }) {
  const mayAct = useMay("editor");
  const next = STEPS.find(({ name }) => !done[name])?.name;
  return (
    <section aria-labelledby="beginnings">
      <Title order={2} size="h4" id="beginnings" mb="xs">
        First steps
      </Title>
      <Text c="dimmed" mb="sm">
        Four steps from nothing to the first answers.
      </Text>
      <Paper withBorder>
        <ol className="matters" aria-label="First steps">
          {STEPS.map(({ name, icon, title, text, to, label }) => (
            <Matter
              key={name}
              icon={done[name] ? IconCheck : icon}
              color={done[name] ? "teal" : "gray"}
              title={done[name] ? `${title}: done` : title}
              actions={
                mayAct &&
                !done[name] && (
                  <ButtonLink to={to} size="xs" variant={name === next ? "filled" : "default"}>
                    {label}
                  </ButtonLink>
                )
              }
            >
              {text}
            </Matter>
          ))}
        </ol>
      </Paper>
    </section>
  );
}
