// When tomorrow's volunteers are reminded, by which line, and in which approved words.
import { Select, Stack, Switch, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { HelplineConfig } from "#core/helpline/helpline";
import { api, ask } from "../../../data/api.ts";
import type { Key } from "../../../data/queries.ts";
import { readAll } from "../../../data/read-all.ts";
import { Section } from "../../../ui/section.tsx";
import { ContentsField } from "./contents-field.tsx";
import type { SettingsTabProps } from "./settings.tsx";

type Reminders = HelplineConfig["reminders"];
interface Line {
  readonly id: string;
  readonly name: string;
}

/** When most people are home, and there is time to find somebody else. */
const HOUR_DEFAULT = "18:00";

export function RemindersTab({ config, change, problemAt }: SettingsTabProps) {
  const { reminders } = config;
  const lines = useQuery({
    queryKey: ["lines", "all"] satisfies Key,
    queryFn: () => readAll<Line>((query) => ask(api.v1.lines.$get({ query }))),
  });
  const set = ({
    lineId,
    contents,
    ...fields
  }: Partial<{ [Name in keyof Reminders]: Reminders[Name] | undefined }>) =>
    change({ reminders: without({ ...reminders, ...fields, lineId, contents }) });
  const { lineId, contents } = reminders;
  return (
    <Stack gap="lg">
      <Stack>
        <Switch
          label="Remind tomorrow's volunteers"
          description="Each as they chose. They answer 1 to confirm, or 2 to give the shift back."
          checked={reminders.at !== null}
          onChange={({ currentTarget }) =>
            set({ at: currentTarget.checked ? HOUR_DEFAULT : null, lineId, contents })
          }
        />
        {reminders.at !== null && (
          <TextInput
            type="time"
            label="At"
            description={`By the group's clock (${config.zone})`}
            required
            w={260}
            value={reminders.at}
            error={problemAt("reminders.at")}
            onChange={({ currentTarget }) => set({ at: currentTarget.value, lineId, contents })}
          />
        )}
        <Select
          label="Texts leave by"
          description="The line for their SMS and WhatsApp"
          placeholder="The group's own number"
          clearable
          clearButtonProps={{ "aria-label": "The group's own number" }}
          data={(lines.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={lineId ?? null}
          error={problemAt("reminders.lineId")}
          onChange={(id) => set({ lineId: id ?? undefined, contents })}
        />
      </Stack>
      <Section title="Approved words for WhatsApp">
        <ContentsField
          label="The reminder"
          value={contents?.reminder}
          language={config.language}
          problemAt={(path) => problemAt(`reminders.contents.reminder${path}`)}
          onChange={(reminder) => set({ lineId, contents: withContents({ ...contents, reminder }) })}
        />
        <ContentsField
          label="The offer of an open shift"
          value={contents?.offer}
          language={config.language}
          problemAt={(path) => problemAt(`reminders.contents.offer${path}`)}
          onChange={(offer) => set({ lineId, contents: withContents({ ...contents, offer }) })}
        />
      </Section>
    </Stack>
  );
}

type Contents = NonNullable<Reminders["contents"]>;

function withContents(contents: { [Name in keyof Contents]: Contents[Name] | undefined }):
  | Contents
  | undefined {
  const kept = without(contents);
  return Object.keys(kept).length === 0 ? undefined : kept;
}

/** An option that is not set is not there. */
function without<Values extends object>(values: {
  [Name in keyof Values]: Values[Name] | undefined;
}): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Values;
}
