// Answers with small rules of their own: dates, phone numbers, pictures and files, places.
import { Checkbox, Group, Select, SimpleGrid, Switch, TextInput } from "@mantine/core";
import { put } from "../../draft/draft.ts";
import type { AnswerOf } from "../../draft/draft.ts";
import type { RuleForm } from "./rule-form.ts";

export function DateRule({ answer, change }: RuleForm<"date">) {
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <DayField
        label="Not before"
        value={answer.earliest}
        onChange={(value) => change(put(answer, "earliest", value))}
      />
      <DayField
        label="Not after"
        value={answer.latest}
        onChange={(value) => change(put(answer, "latest", value))}
      />
    </SimpleGrid>
  );
}

interface DayFieldProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

function DayField({ label, value, onChange }: DayFieldProps) {
  const isDay = value !== undefined && value !== "today";
  const pick = (kind: string | null) => {
    if (kind === "today") onChange("today");
    else onChange(kind === "day" ? "" : undefined);
  };
  return (
    <Group align="flex-end" gap="xs" wrap="nowrap">
      <Select
        label={label}
        data={[
          { value: "any", label: "Any day" },
          { value: "today", label: "Today" },
          { value: "day", label: "A certain day" },
        ]}
        value={value === undefined ? "any" : isDay ? "day" : "today"}
        onChange={pick}
        allowDeselect={false}
        flex={1}
      />
      {isDay && (
        <TextInput
          type="date"
          aria-label={`${label}: the day`}
          value={value}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
          flex={1}
        />
      )}
    </Group>
  );
}

export function PhoneRule({ answer, change }: RuleForm<"phone">) {
  return (
    <TextInput
      label="Country of numbers without a prefix"
      description="Two letters, such as GB. Empty: the country of the line."
      value={answer.country ?? ""}
      onChange={({ currentTarget: { value } }) =>
        change(put(answer, "country", value === "" ? undefined : value.toUpperCase()))
      }
      maxLength={2}
      maw={420}
    />
  );
}

type Accepted = NonNullable<AnswerOf<"media">["accept"]>[number];

const MEDIA: readonly { readonly value: Accepted; readonly label: string }[] = [
  { value: "image", label: "Pictures" },
  { value: "audio", label: "Recordings" },
  { value: "video", label: "Videos" },
  { value: "document", label: "Documents" },
];

export function MediaRule({ answer, change }: RuleForm<"media">) {
  return (
    <Checkbox.Group
      label="What is accepted"
      description="None chosen: all of them."
      value={answer.accept ?? []}
      onChange={(chosen) => {
        const accept = MEDIA.map(({ value }) => value).filter((value) => chosen.includes(value));
        change(put(answer, "accept", accept.length === 0 ? undefined : accept));
      }}
    >
      <Group mt="xs">
        {MEDIA.map(({ value, label }) => (
          <Checkbox key={value} value={value} label={label} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}

export function LocationRule({ answer, change }: RuleForm<"location">) {
  return (
    <Switch
      label="An address in words will do"
      checked={answer.addressInWords ?? false}
      onChange={({ currentTarget: { checked } }) =>
        change(put(answer, "addressInWords", checked || undefined))
      }
    />
  );
}
