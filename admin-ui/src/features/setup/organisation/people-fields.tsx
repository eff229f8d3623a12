// What people may expect: how far STOP reaches, how often they hear from us, and who is told when something fails.
import { Group, NumberInput, Radio, Select, Stack, Switch, TagsInput, Text } from "@mantine/core";
import { listCountries } from "../../../data/countries.ts";
import type { Fields } from "./fields.ts";

const FIRST_CAP = { messages: 4, days: 7 } as const;
const CAP_MESSAGES_MAX = 50;
const CAP_DAYS_MAX = 30;

export function PeopleFields(fields: Fields) {
  const { settings, change, problemAt } = fields;
  return (
    <>
      <Radio.Group
        label="How far STOP reaches"
        value={settings.optOutScope}
        onChange={(value) => change({ optOutScope: value === "channel" ? "channel" : "everywhere" })}
        error={problemAt("optOutScope")}
      >
        <Stack gap="xs" mt="xs">
          <Radio
            value="everywhere"
            label="Everywhere"
            description="Whoever says STOP gets nothing more that we begin, on any channel."
          />
          <Radio
            value="channel"
            label="Only the channel it was said on"
            description="Said in a text, it ends texts; WhatsApp goes on. A STOP keeps the reach it had when it was said."
          />
        </Stack>
      </Radio.Group>
      <Select
        label="Country of numbers without one"
        description="As in an import: 07700 900123 is then a number of this country."
        placeholder="None: such numbers are left out"
        data={[...listCountries()]}
        value={settings.defaultCountry}
        onChange={(defaultCountry) => change({ defaultCountry })}
        searchable
        clearable
        clearButtonProps={{ "aria-label": "Country of numbers without one: none" }}
        error={problemAt("defaultCountry")}
      />
      <FrequencyCap {...fields} />
      <VerifiedNumbers {...fields} />
      <TagsInput
        label="Who is told of alarms"
        description="They get an e-mail at once when something fails."
        placeholder={settings.operatorEmails.length === 0 ? "An e-mail address, then Enter" : ""}
        value={settings.operatorEmails}
        onChange={(operatorEmails) => change({ operatorEmails })}
        maxTags={20}
        acceptValueOnBlur
        clearable={false}
        error={problemAt("operatorEmails")}
      />
    </>
  );
}

function FrequencyCap({ settings: { frequencyCap: cap }, change, problemAt }: Fields) {
  return (
    <Stack gap="xs">
      <Switch
        label="A limit to how often somebody hears from us"
        description="Counts everything that we begin, on all lines together. Answers do not count."
        checked={cap !== null}
        onChange={({ currentTarget: { checked } }) =>
          change({ frequencyCap: checked ? { ...FIRST_CAP } : null })
        }
        error={problemAt("frequencyCap")}
      />
      {cap !== null && (
        <Group gap="xs" align="center">
          <NumberInput
            aria-label="Messages at most"
            value={cap.messages}
            onChange={(value) =>
              typeof value === "number" && change({ frequencyCap: { ...cap, messages: value } })
            }
            min={1}
            max={CAP_MESSAGES_MAX}
            allowDecimal={false}
            w={90}
          />
          <Text size="sm">messages in</Text>
          <NumberInput
            aria-label="In so many days"
            value={cap.days}
            onChange={(value) =>
              typeof value === "number" && change({ frequencyCap: { ...cap, days: value } })
            }
            min={1}
            max={CAP_DAYS_MAX}
            allowDecimal={false}
            w={90}
          />
          <Text size="sm">days</Text>
        </Group>
      )}
    </Stack>
  );
}

function VerifiedNumbers({ settings: { verifiedNumbers: numbers }, change, problemAt }: Fields) {
  return (
    <Stack gap="xs">
      <Switch
        label="A Twilio trial account"
        description="It reaches only numbers that it has verified: nobody else is sent anything that we begin."
        checked={numbers !== null}
        onChange={({ currentTarget: { checked } }) => change({ verifiedNumbers: checked ? [] : null })}
      />
      {numbers !== null && (
        <TagsInput
          label="Verified numbers"
          placeholder={numbers.length === 0 ? "A number, then Enter" : ""}
          value={numbers}
          onChange={(verifiedNumbers) => change({ verifiedNumbers })}
          maxTags={200}
          acceptValueOnBlur
          clearable={false}
          error={problemAt("verifiedNumbers")}
        />
      )}
    </Stack>
  );
}
