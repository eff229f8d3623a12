// What holds for the whole organisation.
import type { Actor } from "../actor.ts";
import { settings } from "../db/schema/index.ts";
import { readSetting } from "../db/settings.ts";
import { Retention } from "../retention.ts";
import type { Services } from "../services.ts";
import { writeAs } from "./write-as.ts";

export interface OrganisationSettings {
  readonly retention: Retention;
}

export async function readSettings({ d1 }: Services): Promise<OrganisationSettings> {
  return { retention: Retention.parse((await readSetting(d1, "retention")) ?? {}) };
}

/** Days that are not named stay as they are. */
export async function changeSettings(
  services: Services,
  actor: Actor,
  retention: Partial<Retention>,
): Promise<OrganisationSettings> {
  const before = await readSettings(services);
  const value = { ...before.retention, ...retention };
  const changedAt = services.clock.now();
  const write = services.db
    .insert(settings)
    .values({ name: "retention", value, changedAt })
    .onConflictDoUpdate({ target: settings.name, set: { value, changedAt } });
  const deed = {
    action: "settings.change",
    subject: { kind: "settings", id: "retention" },
    detail: { retention },
  };
  await writeAs(services, actor, deed, write);
  return { retention: value };
}
