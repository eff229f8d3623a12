// What somebody is about to say of a file: the columns' meanings and what holds for everybody, before it is kept.
import { api, ask } from "../../../data/api.ts";
import type { Import, Target } from "../questions.ts";

export interface Settings {
  /** By column, in the file's order. */
  readonly mapping: readonly Target[];
  readonly rule: Import["rule"];
  readonly defaultCountry: string | null;
  readonly addTags: readonly string[];
  /** Empty where nothing is said. */
  readonly everybodyAgreed: string;
}

export function settingsOf({ columns, rule, defaultCountry, addTags, everybodyAgreed }: Import): Settings {
  const mapping = columns.map(({ target }) => target);
  return { mapping, rule, defaultCountry, addTags, everybodyAgreed: everybodyAgreed ?? "" };
}

export function isChanged(record: Import, settings: Settings): boolean {
  return JSON.stringify(settingsOf(record)) !== JSON.stringify(settings);
}

/** How the file is read: where it changes, its columns are others. */
export function readingOf({ encoding, delimiter, quote, rowsAbove, hasHeadings }: Import): string {
  return JSON.stringify([encoding, delimiter, quote, rowsAbove, hasHeadings]);
}

/** Keeps what was said, and has the file looked through. */
export async function beginDryRun(id: string, settings: Settings) {
  const { mapping, addTags, everybodyAgreed, ...rest } = settings;
  const agreed = everybodyAgreed.trim();
  await ask(
    api.v1.imports[":id"].$patch({
      param: { id },
      json: {
        ...rest,
        mapping: [...mapping],
        addTags: [...addTags],
        everybodyAgreed: agreed === "" ? null : agreed,
      },
    }),
  );
  return ask(api.v1.imports[":id"]["dry-run"].$post({ param: { id } }));
}
