// What happens to a call, from the greeting to whoever is left when nobody answers.
import { Stack, TextInput } from "@mantine/core";
import type { HelplineConfig } from "#core/helpline/helpline";
import { Section } from "../../../ui/section.tsx";
import { Choice } from "../../../ui/choice.tsx";
import { CountField } from "./count-field.tsx";
import { MenuField } from "./menu-field.tsx";
import type { SettingsTabProps } from "./settings.tsx";
import { SpokenField } from "./spoken-field.tsx";

const ORDERS = {
  fixed: "As the rota names them",
  "round-robin": "By turns: each call begins with the next of them",
  "least-recent": "Whoever was rung longest ago first",
} as const;

const CALLER_IDS = {
  helpline: "The group's: they know that it is a call for the helpline",
  caller: "The caller's",
} as const;

const OTHERWISE = {
  voicemail: "The voicemail",
  number: "Another number, and the voicemail when nobody answers there either",
} as const;

export function CallsTab({ config, change, problemAt }: SettingsTabProps) {
  const { prompts, language, otherwise } = config;
  const say = (name: keyof HelplineConfig["prompts"]) => ({
    language,
    value: prompts[name],
    error: problemAt(`prompts.${name}`),
    onChange: (words: Record<string, string>) => change({ prompts: { ...prompts, [name]: words } }),
  });
  return (
    <Stack gap="lg">
      <Section title="What callers hear">
        <SpokenField
          label="Greeting"
          description="First of all. If calls or messages are recorded, say so here. Empty: our own words."
          {...say("greeting")}
        />
        <MenuField
          language={language}
          menu={config.menu}
          problemAt={problemAt}
          onChange={(menu) => change({ menu })}
        />
        <SpokenField
          label="To somebody who is blocked"
          description="Empty: they hear that the line is busy, which costs nothing"
          {...say("blocked")}
        />
      </Section>
      <Section title="Who is rung">
        <Choice
          label="In which order"
          ways={ORDERS}
          value={config.order}
          onChange={(order) => change({ order })}
        />
        <CountField
          label="Seconds one telephone rings"
          description="From 5 to 60; a mailbox answers after about 25"
          min={5}
          max={60}
          value={config.ringSeconds}
          error={problemAt("ringSeconds")}
          onChange={(ringSeconds) => change({ ringSeconds })}
        />
        <Choice
          label="Whose number the volunteer sees"
          ways={CALLER_IDS}
          value={config.callerId}
          onChange={(callerId) => change({ callerId })}
        />
        <SpokenField
          label="Whisper"
          description="Read to the volunteer before they are asked to press 1 to accept. A mailbox presses nothing, so it never takes a call."
          {...say("whisper")}
        />
      </Section>
      <Section title="When nobody answers">
        <Choice
          label="The caller goes on to"
          ways={OTHERWISE}
          value={otherwise.kind}
          onChange={(kind) => change({ otherwise: kind === "number" ? { kind, number: "" } : { kind } })}
        />
        {otherwise.kind === "number" && (
          <TextInput
            type="tel"
            label="The other number"
            required
            w={260}
            value={otherwise.number}
            error={problemAt("otherwise")}
            onChange={({ currentTarget }) =>
              change({ otherwise: { kind: "number", number: currentTarget.value } })
            }
          />
        )}
      </Section>
    </Stack>
  );
}
