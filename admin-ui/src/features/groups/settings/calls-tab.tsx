// What happens to a call, from the greeting to whoever is left when nobody answers.
import { NumberInput, Radio, Stack, TextInput, Title } from "@mantine/core";
import type { HelplineConfig } from "#core/helpline/helpline";
import { MenuField } from "./menu-field.tsx";
import type { SettingsTabProps } from "./settings.tsx";
import { SpokenField } from "./spoken-field.tsx";

const ORDERS = {
  fixed: "As the rota names them",
  "round-robin": "By turns: each call begins with the next of them",
  "least-recent": "Whoever was rung longest ago first",
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
      <Stack component="section" aria-label="What callers hear">
        <Title order={2} size="h4">
          What callers hear
        </Title>
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
      </Stack>
      <Stack component="section" aria-label="Who is rung">
        <Title order={2} size="h4">
          Who is rung
        </Title>
        <Radio.Group
          label="In which order"
          value={config.order}
          onChange={(order) => change({ order: order })}
        >
          <Stack gap="xs" mt={6}>
            {Object.entries(ORDERS).map(([value, label]) => (
              <Radio key={value} value={value} label={label} />
            ))}
          </Stack>
        </Radio.Group>
        <NumberInput
          label="Seconds one telephone rings"
          description="From 5 to 60; a mailbox answers after about 25"
          min={5}
          max={60}
          allowDecimal={false}
          w={260}
          value={config.ringSeconds}
          error={problemAt("ringSeconds")}
          onChange={(ringSeconds) => change({ ringSeconds: Number(ringSeconds) })}
        />
        <Radio.Group
          label="Whose number the volunteer sees"
          value={config.callerId}
          onChange={(callerId) => change({ callerId: callerId === "caller" ? "caller" : "helpline" })}
        >
          <Stack gap="xs" mt={6}>
            <Radio value="helpline" label="The group's: they know that it is a call for the helpline" />
            <Radio value="caller" label="The caller's" />
          </Stack>
        </Radio.Group>
        <SpokenField
          label="Whisper"
          description="Read to the volunteer before they are asked to press 1 to accept. A mailbox presses nothing, so it never takes a call."
          {...say("whisper")}
        />
      </Stack>
      <Stack component="section" aria-label="When nobody answers">
        <Title order={2} size="h4">
          When nobody answers
        </Title>
        <Radio.Group
          label="The caller goes on to"
          value={otherwise.kind}
          onChange={(kind) =>
            change({ otherwise: kind === "number" ? { kind, number: "" } : { kind: "voicemail" } })
          }
        >
          <Stack gap="xs" mt={6}>
            <Radio value="voicemail" label="The voicemail" />
            <Radio
              value="number"
              label="Another number, and the voicemail when nobody answers there either"
            />
          </Stack>
        </Radio.Group>
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
      </Stack>
    </Stack>
  );
}
