// Messages that callers leave, and texts to the number.
import { Select, Stack, Switch } from "@mantine/core";
import type { HelplineConfig } from "#core/helpline/helpline";
import { Section } from "../../../ui/section.tsx";
import { Choice } from "../../../ui/choice.tsx";
import { CountField } from "./count-field.tsx";
import { EmailsField } from "./emails-field.tsx";
import type { SettingsTabProps } from "./settings.tsx";
import { SpokenField } from "./spoken-field.tsx";

type Voicemail = HelplineConfig["voicemail"];

const TRANSCRIBERS = {
  twilio: "By Twilio (understands American English only)",
  whisper: "By Whisper on Cloudflare (many languages)",
  never: "Not written down",
} as const satisfies Record<Voicemail["transcribe"], string>;

const TEXTS = {
  volunteer: "Whoever is on shift, and their answer goes back",
  flow: "The flows of the line with this number",
} as const;

export function VoicemailTab({ config, change, problemAt }: SettingsTabProps) {
  const { voicemail, prompts, language } = config;
  const set = (fields: Partial<Voicemail>) => change({ voicemail: { ...voicemail, ...fields } });
  return (
    <Stack gap="lg">
      <Section title="Voicemail">
        <SpokenField
          label="Before the beep"
          description="Say that the message is recorded, and who hears it. Empty: our own words."
          language={language}
          value={prompts.voicemail}
          error={problemAt("prompts.voicemail")}
          onChange={(words) => change({ prompts: { ...prompts, voicemail: words } })}
        />
        <EmailsField
          label="Messages go to"
          description="With the recording attached; to the coordinators where nobody is named"
          value={voicemail.emails}
          error={problemAt("voicemail.emails")}
          onChange={(emails) => set({ emails })}
        />
        <CountField
          label="Longest message, in seconds"
          min={10}
          max={600}
          value={voicemail.secondsMax}
          error={problemAt("voicemail.secondsMax")}
          onChange={(secondsMax) => set({ secondsMax })}
        />
        <Select
          label="What was said, as text"
          allowDeselect={false}
          data={Object.entries(TRANSCRIBERS).map(([value, label]) => ({ value, label }))}
          value={voicemail.transcribe}
          error={problemAt("voicemail.transcribe")}
          onChange={(transcribe) => set({ transcribe: transcribe as Voicemail["transcribe"] })}
        />
        {voicemail.transcribe !== "never" && (
          <CountField
            label="Minutes the e-mail waits for the text"
            description="Up to 60; a text that comes later follows"
            min={0}
            max={60}
            value={voicemail.transcriptWaitMinutes}
            error={problemAt("voicemail.transcriptWaitMinutes")}
            onChange={(transcriptWaitMinutes) => set({ transcriptWaitMinutes })}
          />
        )}
        <Switch
          label="Keep recordings at Twilio too"
          description="Twilio charges for keeping them; we have our own copy"
          checked={voicemail.keepAtTwilio}
          onChange={({ currentTarget }) => set({ keepAtTwilio: currentTarget.checked })}
        />
      </Section>
      <Section title="Texts to the number">
        <Choice
          label="A text reaches"
          ways={TEXTS}
          value={config.texts}
          onChange={(texts) => change({ texts })}
        />
      </Section>
    </Stack>
  );
}
