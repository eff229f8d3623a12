// What the group is, where it is, and who looks after it.
import { ActionIcon, Button, Group as Row, Input, Stack, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import type { Holiday } from "#core/rota/rota";
import { LanguageField } from "../../../ui/language-field.tsx";
import { ZoneField } from "../zone-field.tsx";
import { EmailsField } from "./emails-field.tsx";
import type { SettingsTabProps } from "./settings.tsx";

export function GeneralTab({ config, change, problemAt }: SettingsTabProps) {
  return (
    <Stack>
      <TextInput
        label="Name"
        required
        maxLength={80}
        value={config.name}
        error={problemAt("name")}
        onChange={({ currentTarget }) => change({ name: currentTarget.value })}
      />
      <TextInput
        type="tel"
        label="Number"
        description="The one people call, and text: with its country, such as +441174960200"
        required
        value={config.number}
        error={problemAt("number")}
        onChange={({ currentTarget }) => change({ number: currentTarget.value })}
      />
      <ZoneField value={config.zone} error={problemAt("zone")} onChange={(zone) => change({ zone })} />
      <LanguageField
        label="Language"
        description="What callers hear first; every prompt has it"
        isRequired
        value={config.language}
        error={problemAt("language")}
        onChange={(language) => {
          if (language !== null) change({ language });
        }}
      />
      <EmailsField
        label="Coordinators"
        description="They hear of gaps, shifts given back, and telephones that fail"
        value={config.coordinators}
        error={problemAt("coordinators")}
        onChange={(coordinators) => change({ coordinators })}
      />
      <Holidays
        value={config.holidays}
        error={problemAt("holidays")}
        onChange={(holidays) => change({ holidays })}
      />
    </Stack>
  );
}

interface HolidaysProps {
  readonly value: readonly Holiday[];
  readonly onChange: (holidays: Holiday[]) => void;
  readonly error: string | undefined;
}

function Holidays({ value, onChange, error }: HolidaysProps) {
  const set = (index: number, fields: Partial<Holiday>) =>
    onChange(value.map((one, place) => (place === index ? { ...one, ...fields } : one)));
  return (
    <Input.Wrapper
      label="Holidays"
      labelElement="div"
      description="No weekly shift starts on these dates; extra shifts take place all the same"
      error={error}
    >
      <Stack gap="xs" mt={6} align="flex-start">
        {value.map((holiday, index) => (
          <Row key={index} gap="xs" wrap="nowrap">
            <TextInput
              type="date"
              aria-label={`Date of holiday ${index + 1}`}
              required
              value={holiday.date}
              onChange={({ currentTarget }) => set(index, { date: currentTarget.value })}
            />
            <TextInput
              aria-label={`Name of holiday ${index + 1}`}
              placeholder="Boxing Day"
              required
              maxLength={80}
              value={holiday.name}
              onChange={({ currentTarget }) => set(index, { name: currentTarget.value })}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`Remove ${holiday.name || "this holiday"}`}
              onClick={() => onChange(value.filter((_one, place) => place !== index))}
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
          </Row>
        ))}
        <Button size="xs" variant="default" onClick={() => onChange([...value, { date: "", name: "" }])}>
          Add a holiday
        </Button>
      </Stack>
    </Input.Wrapper>
  );
}
