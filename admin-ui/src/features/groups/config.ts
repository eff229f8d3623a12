// A helpline's settings while they are edited, and what of them is sent: nothing is lost, and nothing is sent that was not touched.
import type { HelplineConfig } from "#core/helpline/helpline";
import type { Group } from "../../data/helplines.ts";

/** By language; a language that was added and has no words yet is an empty text. */
export type Words = Readonly<Record<string, string>>;

export function configOf({ id, createdAt, changedAt, archivedAt, ...config }: Group): HelplineConfig {
  void [id, createdAt, changedAt, archivedAt];
  return config;
}

/** Without languages that nothing was written in, and without what has no language left. */
export function cleanConfig(config: HelplineConfig): HelplineConfig {
  const { prompts, menu, reminders } = config;
  const { contents } = reminders;
  return {
    ...config,
    prompts: withoutEmpty(mapValues(prompts, (words) => (words === undefined ? undefined : written(words)))),
    menu: menu && {
      text: written(menu.text) ?? {},
      choices: mapValues(menu.choices, (choice) =>
        choice.kind === "say" ? { ...choice, text: written(choice.text) ?? {} } : choice,
      ),
    },
    reminders: {
      ...reminders,
      ...(contents !== undefined && { contents: withoutEmpty(contents) }),
    },
  };
}

/** The fields that differ, as the API takes them. */
export function changesIn(before: HelplineConfig, after: HelplineConfig): Partial<HelplineConfig> {
  const changed = Object.entries(after).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof HelplineConfig]),
  );
  return Object.fromEntries(changed);
}

function written(words: Words): Record<string, string> | undefined {
  const kept = Object.entries(words).filter(([, text]) => text.trim() !== "");
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

function withoutEmpty<Values extends object>(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Values;
}

function mapValues<Values extends object>(
  values: Values,
  map: (value: Values[keyof Values]) => Values[keyof Values],
): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, map(value as Values[keyof Values])]),
  ) as Values;
}
