// Records into tables, in one batch: all of them or none.
import type { JournalRecord } from "#core/record";
import { projectCalls } from "../db/projection/calls.ts";
import { projectConversations } from "../db/projection/conversations.ts";
import { projectErasures } from "../db/projection/erasures.ts";
import { projectPeople } from "../db/projection/people.ts";
import { projectFunnels } from "../db/projection/funnels.ts";
import { preparer } from "../db/projection/prepare.ts";
import type { Prepare } from "../db/projection/prepare.ts";
import { hasMessage, keepStrayReceipts, projectStatuses } from "../db/projection/statuses.ts";
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

/** Every kind there is; the compiler insists. */
const KINDS: Readonly<Record<JournalRecord["kind"], true>> = {
  turn: true,
  outcome: true,
  receipt: true,
  erase: true,
  stray: true,
  campaign: true,
  alarm: true,
  timer: true,
  call: true,
  voicemail: true,
  quarantine: true,
};

function plan(records: readonly JournalRecord[], prepare: Prepare): D1PreparedStatement[] {
  try {
    const strange = records.find(({ kind }) => !Object.hasOwn(KINDS, kind));
    if (strange !== undefined) throw new Error(`no record is of the kind ${strange.kind}`);
    const of = <Kind extends JournalRecord["kind"]>(kind: Kind) => ofKind(records, kind);
    const [turns, receipts] = [of("turn"), of("receipt")];
    return [
      ...projectErasures(of("erase"), prepare),
      ...projectPeople(turns, prepare),
      ...projectFunnels(turns, prepare),
      ...projectConversations(turns, prepare),
      ...projectStatuses(of("outcome"), receipts.filter(hasMessage), prepare),
      ...keepStrayReceipts(
        receipts.filter((receipt) => !hasMessage(receipt)),
        prepare,
      ),
      ...projectStrays(of("stray"), prepare),
      ...projectCalls(
        { calls: of("call"), voicemails: of("voicemail"), quarantines: of("quarantine") },
        prepare,
      ),
      ...projectSenders({ campaigns: of("campaign"), alarms: of("alarm"), timers: of("timer") }, prepare),
    ];
  } catch (error) {
    // Nothing outside was called yet: it is the record that is broken.
    throw new Unwritable("no record has this shape", { cause: error });
  }
}

function ofKind<Kind extends JournalRecord["kind"]>(records: readonly JournalRecord[], kind: Kind) {
  return records.filter((record): record is Extract<JournalRecord, { kind: Kind }> => record.kind === kind);
}
