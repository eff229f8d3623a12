// Moves people through a funnel by what the record says of them at this moment.
import { zoneOf } from "#core/funnel/check";
import type { FunnelConfig } from "#core/funnel/funnel";
import { settle } from "#core/funnel/settle";
import { readFacts } from "../db/funnel-facts.ts";
import type { Sought } from "../db/funnel-facts.ts";
import { writeLooks, writeMoves } from "../db/funnel-members.ts";
import type { PlacedFunnel } from "../db/funnels.ts";
import type { Services } from "../services.ts";

/** Nobody says more than a few things that count before the record catches up. */
const ANSWERS_MAX = 20;

/**
 * Returns how many were looked at. Any number of times, at any moment, with the same result for the same record. Several
 * answers of one person are followed one after the other, so that history has them all.
 */
export async function settleMembers(
  services: Services,
  placed: PlacedFunnel,
  sought: Sought,
): Promise<number> {
  const { looked, answered } = await settleOnce(services, placed, sought);
  let contactIds = answered;
  for (let more = 0; contactIds.length > 0 && more < ANSWERS_MAX; more += 1)
    contactIds = (await settleOnce(services, placed, { kind: "contacts", contactIds })).answered;
  return looked;
}

/** `answered`: who moved by an answer, and may have given another. */
async function settleOnce(
  { d1, clock }: Services,
  { funnel, line }: PlacedFunnel,
  sought: Sought,
): Promise<{ looked: number; answered: readonly string[] }> {
  const { id: funnelId, key, config } = funnel;
  const now = clock.now();
  const zone = zoneOf(config, line);
  const about = { channel: line?.channel ?? "sms", attributes: datesOf(config) };
  const known = await readFacts(d1, funnelId, about, sought, now);
  const settled = known.map(({ member, facts }) => {
    return { member, settled: settle({ config, zone, now }, member, facts) };
  });
  const moves = settled.flatMap((one) => (one.settled.kind === "move" ? [one.settled.move] : []));
  const looks = settled.flatMap(({ member, settled: one }) =>
    one.kind === "look" ? [{ member, at: one.at }] : [],
  );
  const statements = [...writeMoves(d1, { funnelId, key, zone }, moves), ...writeLooks(d1, funnelId, looks)];
  if (statements.length > 0) await d1.batch(statements);
  const answered = moves.flatMap(({ cause, member }) => (cause === "answer" ? [member.contactId] : []));
  return { looked: known.length, answered };
}

/** The attributes that people's dates are kept in. */
function datesOf({ categories }: FunnelConfig): readonly string[] {
  return categories.flatMap(({ leads }) => (leads.kind === "wait" ? [leads.attribute] : []));
}
