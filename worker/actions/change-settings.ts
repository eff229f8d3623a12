// What holds for the whole organisation.
import { parsePhone } from "#core/phone";
import { Organisation } from "#core/organisation";
import type { Actor } from "../actor.ts";
import { settings } from "../db/schema/index.ts";
import { readSettingsNamed } from "../db/settings.ts";
import { invalidAt } from "../explain.ts";
import { Retention } from "../retention.ts";
import type { Services } from "../services.ts";
import { writeAs } from "./write-as.ts";

export interface OrganisationSettings extends Organisation {
  readonly retention: Retention;
}

/** What is not named stays as it is. */
type Patch<Settings> = { readonly [Name in keyof Settings]?: Settings[Name] | undefined };
export type SettingsPatch = Patch<Organisation> & { readonly retention?: Patch<Retention> | undefined };

export async function readSettings({ d1 }: Pick<Services, "d1">): Promise<OrganisationSettings> {
  const known = await readSettingsNamed(d1, ["retention", "organisation"]);
  const organisation = Organisation.parse(known.get("organisation") ?? {});
  return { ...organisation, retention: Retention.parse(known.get("retention") ?? {}) };
}

/** Throws `invalid` for a number that is none. */
export async function changeSettings(
  services: Services,
  actor: Actor,
  patch: SettingsPatch,
): Promise<OrganisationSettings> {
  const before = await readSettings(services);
  const { retention: days, ...given } = patch;
  const named = namedIn(days ?? {});
  const { verifiedNumbers } = given;
  const fields = namedIn({
    ...given,
    ...(verifiedNumbers && { verifiedNumbers: readVerified(verifiedNumbers) }),
  });
  const retention = Retention.parse({ ...before.retention, ...named });
  const organisation = Organisation.parse({ ...before, ...fields });
  if (days !== undefined) await write(services, actor, "retention", retention, { retention: named });
  if (Object.keys(fields).length > 0)
    await write(services, actor, "organisation", organisation, { fields: Object.keys(fields) });
  return { ...organisation, retention };
}

function namedIn(patch: object): object {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
}

async function write(
  services: Services,
  actor: Actor,
  name: string,
  value: unknown,
  detail: Readonly<Record<string, unknown>>,
): Promise<void> {
  const changedAt = services.clock.now();
  const put = services.db
    .insert(settings)
    .values({ name, value, changedAt })
    .onConflictDoUpdate({ target: settings.name, set: { value, changedAt } });
  await writeAs(
    services,
    actor,
    { action: "settings.change", subject: { kind: "settings", id: name }, detail },
    put,
  );
}

function readVerified(numbers: readonly string[]): readonly string[] {
  const read = numbers.map((words, index) => {
    const parsed = parsePhone(words);
    if (parsed.kind === "ok") return parsed.e164;
    throw invalidAt({ path: `verifiedNumbers[${index}]`, message: `is no phone number: ${parsed.why}` });
  });
  return [...new Set(read)];
}
