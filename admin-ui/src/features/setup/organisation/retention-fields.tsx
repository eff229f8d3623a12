// How long things are kept.
import { NumberInput, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import type { Settings } from "../questions.ts";
import type { Fields } from "./fields.ts";

const DAYS_MAX = 3_650;

const KEPT: readonly {
  readonly name: keyof Settings["retention"];
  readonly label: string;
  readonly about: string;
}[] = [
  {
    name: "messages",
    label: "Words of messages",
    about: "That they were sent stays. Answers stay until the person is erased.",
  },
  { name: "media", label: "Pictures and voicemails", about: "With what was written down of them." },
  {
    name: "emails",
    label: "Words of e-mails",
    about: "Short: a digest holds words of people who may be erased meanwhile.",
  },
  {
    name: "deadLetters",
    label: "Work that could not be done",
    about: "Until then it can be done over again.",
  },
];

export function RetentionFields({ settings: { retention }, change, problemAt }: Fields) {
  return (
    <Stack gap="sm" component="section" aria-labelledby="retention">
      <div>
        <Title order={2} size="h4" id="retention">
          How long things are kept
        </Title>
        <Text size="sm" c="dimmed">
          What is older goes at night. That something happened is never deleted.
        </Text>
      </div>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        {KEPT.map(({ name, label, about }) => (
          <NumberInput
            key={name}
            label={label}
            description={about}
            suffix=" days"
            value={retention[name]}
            onChange={(value) =>
              typeof value === "number" && change({ retention: { ...retention, [name]: value } })
            }
            min={1}
            max={DAYS_MAX}
            allowDecimal={false}
            inputWrapperOrder={["label", "input", "description", "error"]}
            error={problemAt(`retention.${name}`)}
          />
        ))}
      </SimpleGrid>
    </Stack>
  );
}
