// Records into tables, in one batch: all of them or none.
import type { CallRecord, QuarantineRecord, VoicemailRecord } from "#core/helpline/call";
import type {
  AlarmRecord,
  CampaignRecord,
  EraseRecord,
  JournalRecord,
  OutcomeRecord,
  ReceiptRecord,
  StrayRecord,
  TimerRecord,
  TurnRecord,
} from "#core/record";
import { projectCalls } from "../db/projection/calls.ts";
import { projectConversations } from "../db/projection/conversations.ts";
import { projectErasures } from "../db/projection/erasures.ts";
import { projectPeople } from "../db/projection/people.ts";
import { projectFunnels } from "../db/projection/funnels.ts";
import { preparer } from "../db/projection/prepare.ts";
import type { Prepare } from "../db/projection/prepare.ts";
import { hasMessage, keepStrayReceipts, projectStatuses } from "../db/projection/statuses.ts";
import type { Receipt } from "../db/projection/statuses.ts";
import { projectSenders } from "../db/projection/senders.ts";
import { projectStrays } from "../db/projection/strays.ts";
import { markUnwritable, Unwritable } from "../db/projection/unwritable.ts";

/** Throws Unwritable when one of the records can never be written, and whatever D1 threw when they may be written later. */
export async function projectRecords(d1: D1Database, records: readonly JournalRecord[]): Promise<void> {
  const statements = plan(records, preparer(d1));
  if (statements.length === 0) return;
  try {
    await d1.batch(statements);
  } catch (error) {
    throw markUnwritable(error);
  }
}

function plan(records: readonly JournalRecord[], prepare: Prepare): D1PreparedStatement[] {
  try {
    const {
      turns,
      outcomes,
      receipts,
      homeless,
      erasures,
      strays,
      calls,
      voicemails,
      quarantines,
      ...senders
    } = sort(records);
    return [
      ...projectErasures(erasures, prepare),
      ...projectPeople(turns, prepare),
      ...projectFunnels(turns, prepare),
      ...projectConversations(turns, prepare),
      ...projectStatuses(outcomes, receipts, prepare),
      ...keepStrayReceipts(homeless, prepare),
      ...projectStrays(strays, prepare),
      ...projectCalls({ calls, voicemails, quarantines }, prepare),
      ...projectSenders(senders, prepare),
    ];
  } catch (error) {
    // Nothing outside was called yet: it is the record that is broken.
    throw new Unwritable("no record has this shape", { cause: error });
  }
}

function sort(records: readonly JournalRecord[]) {
  const turns: TurnRecord[] = [];
  const outcomes: OutcomeRecord[] = [];
  const receipts: Receipt[] = [];
  const homeless: ReceiptRecord[] = [];
  const erasures: EraseRecord[] = [];
  const strays: StrayRecord[] = [];
  const campaigns: CampaignRecord[] = [];
  const alarms: AlarmRecord[] = [];
  const timers: TimerRecord[] = [];
  const calls: CallRecord[] = [];
  const voicemails: VoicemailRecord[] = [];
  const quarantines: QuarantineRecord[] = [];
  for (const record of records) {
    switch (record.kind) {
      case "turn":
        turns.push(record);
        break;
      case "outcome":
        outcomes.push(record);
        break;
      case "receipt":
        if (hasMessage(record)) receipts.push(record);
        else homeless.push(record);
        break;
      case "erase":
        erasures.push(record);
        break;
      case "stray":
        strays.push(record);
        break;
      case "campaign":
        campaigns.push(record);
        break;
      case "alarm":
        alarms.push(record);
        break;
      case "timer":
        timers.push(record);
        break;
      case "call":
        calls.push(record);
        break;
      case "voicemail":
        voicemails.push(record);
        break;
      case "quarantine":
        quarantines.push(record);
        break;
      default:
        throw new Error(
          `no record is of the kind ${String((record satisfies never as { kind: unknown }).kind)}`,
        );
    }
  }
  return {
    turns,
    outcomes,
    receipts,
    homeless,
    erasures,
    strays,
    campaigns,
    alarms,
    timers,
    calls,
    voicemails,
    quarantines,
  };
}
