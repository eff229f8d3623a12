// Enough answers end a campaign: looked at when a conversation that a campaign began is finished.
import type { JournalRecord, TurnRecord } from "#core/record";
import { listQuotas } from "../db/quotas.ts";
import type { Services } from "../services.ts";
import { moveOnSender } from "./tell-sender.ts";

/** Whether a conversation that somebody else than the person began was finished in it. */
export function bringsAnswers(record: JournalRecord): record is TurnRecord {
  return record.kind === "turn" && sourcesOf(record).length > 0;
}

/** After the records were written: the count is D1's. */
export async function heedQuotas(services: Services, turns: readonly TurnRecord[]): Promise<void> {
  const sources = new Set(turns.flatMap(sourcesOf));
  for (const { campaignId, lineId, quota, completed } of await listQuotas(services.d1, [...sources])) {
    if (completed < quota) continue;
    await moveOnSender(services, lineId, {
      campaignId,
      to: "done",
      actor: "partyline",
      reason: `It has the ${quota} answers it was to bring.`,
    });
  }
}

/** A campaign's id, among others. */
function sourcesOf({ runs }: TurnRecord): readonly string[] {
  return runs.flatMap(({ source, disposition }) =>
    disposition === "completed" && !BY_OTHERS.has(source) ? [source] : [],
  );
}

const BY_OTHERS: ReadonlySet<string> = new Set(["inbound", "enrol", "api"]);
