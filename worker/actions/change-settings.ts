// What holds for the whole organisation.
import { sql } from "drizzle-orm";
import { parsePhone } from "#core/phone";
import { Organisation } from "#core/organisation";
import type { Actor } from "../actor.ts";
import { settings } from "../db/schema/index.ts";
import { readSettingsNamed } from "../db/settings.ts";
import type { NamedSettings } from "../db/settings.ts";
import { Problem } from "../errors.ts";
import { invalidAt } from "../explain.ts";
import { Retention } from "../retention.ts";
import type { Services } from "../services.ts";
import { writeAs } from "./write-as.ts";

export interface OrganisationSettings extends Organisation {
  /** The one that holds, whoever named it. */
  readonly zone: string;
  readonly retention: Retention;
  /** Epoch milliseconds; 0 until something is set. */
  readonly changedAt: number;
}

/** What is not named stays as it is. */
type Patch<Settings> = { readonly [Name in keyof Settings]?: Settings[Name] | undefined };
export type SettingsPatch = Patch<Organisation> & { readonly retention?: Patch<Retention> | undefined };

const NAMES = ["organisation", "retention"] as const;

export async function readSettings({
  d1,
  settings: { TIME_ZONE },
}: Pick<Services, "d1" | "settings">): Promise<OrganisationSettings> {
  const kept = await readSettingsNamed(d1, NAMES);
  const organisation = organisationIn(kept);
  return {
    ...organisation,
    zone: organisation.zone ?? TIME_ZONE,
    retention: retentionIn(kept),
    changedAt: kept.changedAt,
  };
}

/** `over` is when what was seen was last changed. Throws `invalid` for a number that is none, `conflict` where somebody else changed something since. */
export async function changeSettings(
  services: Services,
  actor: Actor,
  patch: SettingsPatch,
  over?: number,
): Promise<OrganisationSettings> {
  const { db, d1, clock } = services;
  const before = await readSettingsNamed(d1, NAMES);
  if (over !== undefined && over !== before.changedAt) throw moved();
  const { retention: days, ...given } = patch;
  const kept = namedIn(days ?? {});
  const { verifiedNumbers } = given;
  const fields = namedIn({
    ...given,
    ...(verifiedNumbers && { verifiedNumbers: readVerified(verifiedNumbers) }),
  });
  const written = [
    ...(isEmpty(kept)
      ? []
      : [{ name: "retention", value: Retention.parse({ ...retentionIn(before), ...kept }) }]),
    ...(isEmpty(fields)
      ? []
      : [{ name: "organisation", value: Organisation.parse({ ...organisationIn(before), ...fields }) }]),
  ];
  if (written.length === 0) return readSettings(services);
  const changedAt = Math.max(clock.now(), before.changedAt + 1);
  // One statement: all of it over what was read, or nothing.
  const put = db
    .insert(settings)
    .select(
      sql`select value ->> 'name', value -> 'value', ${changedAt} from json_each(${JSON.stringify(written)})
           where ${before.changedAt} = (select coalesce(max(changed_at), 0) from settings
                                         where name in (select value from json_each(${JSON.stringify(NAMES)})))`,
    )
    .onConflictDoUpdate({ target: settings.name, set: { value: sql`excluded.value`, changedAt } });
  const detail = {
    ...(!isEmpty(fields) && { fields: Object.keys(fields) }),
    ...(!isEmpty(kept) && { retention: kept }),
  };
  const deed = { action: "settings.change", subject: { kind: "settings", id: "organisation" }, detail };
  if (!(await writeAs(services, actor, deed, put))) throw moved();
  return readSettings(services);
}

function organisationIn({ values }: NamedSettings): Organisation {
  return Organisation.parse(values.get("organisation") ?? {});
}

function retentionIn({ values }: NamedSettings): Retention {
  return Retention.parse(values.get("retention") ?? {});
}

function moved(): Problem {
  return new Problem("conflict", "Somebody else changed the settings meanwhile.");
}

function namedIn(patch: object): object {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
}

function isEmpty(part: object): boolean {
  return Object.keys(part).length === 0;
}

function readVerified(numbers: readonly string[]): readonly string[] {
  const read = numbers.map((words, index) => {
    const parsed = parsePhone(words);
    if (parsed.kind === "ok") return parsed.e164;
    throw invalidAt({ path: `verifiedNumbers[${index}]`, message: `is no phone number: ${parsed.why}` });
  });
  return [...new Set(read)];
}
