// The fields of a volunteer.
import { Checkbox, Group, Stack, Switch, Textarea, TextInput } from "@mantine/core";
import type { ProblemAt } from "../../data/field-problems.ts";
import { LanguageField } from "../../ui/language-field.tsx";
import type { VolunteerForm } from "./volunteer-form.ts";

export interface VolunteerFieldsProps {
  readonly form: VolunteerForm;
  readonly change: (fields: Partial<VolunteerForm>) => void;
  readonly problemAt: ProblemAt;
}

const WAYS = { email: "By e-mail", sms: "By SMS", whatsapp: "By WhatsApp" } as const;

export function VolunteerFields({ form, change, problemAt }: VolunteerFieldsProps) {
  return (
    <Stack>
      <TextInput
        label="Name"
        required
        data-autofocus
        maxLength={80}
        value={form.name}
        error={problemAt("name")}
        onChange={({ currentTarget }) => change({ name: currentTarget.value })}
      />
      <TextInput
        type="tel"
        label="Phone"
        description="With its country: +44 7700 900123. Without one they are not called."
        value={form.phone}
        error={problemAt("phone")}
        onChange={({ currentTarget }) => change({ phone: currentTarget.value })}
      />
      <TextInput
        type="email"
        label="E-mail"
        value={form.email}
        error={problemAt("email")}
        onChange={({ currentTarget }) => change({ email: currentTarget.value })}
      />
      <LanguageField
        label="Language"
        description="What they are asked and told in"
        isRequired
        value={form.language}
        error={problemAt("language")}
        onChange={(language) => {
          if (language !== null) change({ language });
        }}
      />
      <Checkbox.Group
        label="Reminded of their shifts"
        description="As many ways as they like; by text only with a phone and their consent"
        value={[...form.remindBy]}
        error={problemAt("remindBy")}
        onChange={(ways) => change({ remindBy: ways })}
      >
        <Group mt={6}>
          {Object.entries(WAYS).map(([value, label]) => (
            <Checkbox key={value} value={value} label={label} />
          ))}
        </Group>
      </Checkbox.Group>
      <Textarea
        label="How we know that they agree"
        description="To be called and texted: who signed them up, and how. Kept as the proof of their consent."
        placeholder="Signed the volunteers' agreement on 3 May"
        autosize
        maxLength={300}
        value={form.proof}
        error={problemAt("proof")}
        onChange={({ currentTarget }) => change({ proof: currentTarget.value })}
      />
      <Switch
        label="Takes calls"
        description="Off: not called and not reminded; their shifts stay"
        checked={form.isActive}
        onChange={({ currentTarget }) => change({ isActive: currentTarget.checked })}
      />
    </Stack>
  );
}
