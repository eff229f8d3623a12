// What a person decided at one address reaches their others: a STOP silences them, and a START lifts what that STOP did.
import type { ConsentRecord, TurnRecord } from "#core/record";
import { readOrganisation } from "../db/settings.ts";
import { spreadSql } from "../db/spreads.ts";
import type { Services } from "../services.ts";
import { tellSilences } from "./tell-silences.ts";

const OTHERS =
  "SELECT other.id FROM addresses a JOIN addresses other ON other.contact_id = a.contact_id AND other.id <> a.id WHERE a.id = ?1";

/** Follows from a record that is written already. Throws when an object could not be told. */
export async function spreadConsent(services: Services, record: TurnRecord): Promise<void> {
  if (record.consents.length === 0) return;
  const { d1 } = services;
  const { addressId } = record;
  const narrow = record.consents.filter(isNarrowOptOut);
  if (narrow.length > 0 && (await readOrganisation(d1)).optOutScope === "everywhere")
    await widen(services, addressId, Math.max(...narrow.map(({ at }) => at)));
  await tellSilences(services, OTHERS, addressId);
}

/** The object went by a line of before the setting was changed: what is set now counts. */
async function widen({ d1, contact, clock }: Services, addressId: string, at: number): Promise<void> {
  await d1.batch([
    d1
      .prepare("UPDATE addresses SET opted_out_at = max(coalesce(opted_out_at, 0), ?2) WHERE id = ?1")
      .bind(addressId, at),
    d1.prepare(spreadSql("SELECT ?1")).bind(addressId),
  ]);
  const silences = [{ from: addressId, channel: "*", stoppedAt: at, startedAt: null }] as const;
  await contact(addressId).silence({ silences, now: clock.now() });
}

function isNarrowOptOut({ kind, channel = "*" }: ConsentRecord): boolean {
  return kind === "opt-out" && channel !== "*";
}
