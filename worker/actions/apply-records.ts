// Writes what happened into D1, and does what follows from it: any number of records, late, twice or out of order, with the same result.
import type { JournalRecord } from "#core/record";
import { hasMessage } from "../db/projection/statuses.ts";
import { describeError } from "../log.ts";
import type { Services } from "../services.ts";
import { askForMedia } from "./ask-for-media.ts";
import { followFailure } from "./follow-failure.ts";
import { followInFunnels, movesSomebody } from "./follow-in-funnels.ts";
import { forgetCalls } from "./forget-calls.ts";
import { forgetCopies } from "./forget-copies.ts";
import { forgetRelayed } from "./forget-relayed.ts";
import { forgetFiles } from "./forget-files.ts";
import { offerVoicemails } from "./advance-voicemail.ts";
import { answersAskings, heedAskings } from "./heed-askings.ts";
import { bringsAnswers, heedQuotas } from "./heed-quotas.ts";
import { matchStrays } from "./match-strays.ts";
import { projectRecords } from "./project-records.ts";
import { isRelayable, relayText } from "./relay-text.ts";
import { settleFailure } from "./settle-failure.ts";
import { spendReplies } from "./spend-replies.ts";
import { spreadConsent } from "./spread-consent.ts";
import { tellFailingTelephone } from "./tell-failing-telephone.ts";
import { tellOperators } from "./tell-operators.ts";

/**
 * Returns the records that have to come again, because something around them failed: an object, a queue, the store of
 * files. The others are done. Throws when nothing was written, Unwritable when one of them never will be.
 */
export async function applyRecords(
  services: Services,
  records: readonly JournalRecord[],
): Promise<ReadonlySet<JournalRecord>> {
  const again = new Set<JournalRecord>();
  const attempt = async (work: () => Promise<void>, ...due: readonly JournalRecord[]) => {
    try {
      await work();
    } catch (error) {
      services.log.warn("follow-up-failed", { kind: due[0]?.kind, error: describeError(error) });
      for (const record of due) again.add(record);
    }
  };
  // Before the record of the erasure is written, so that one that breaks in between is begun again.
  for (const record of records) {
    if (record.kind === "erase")
      await attempt(async () => {
        await forgetFiles(services, record.addressId, record.at);
        await forgetCopies(services, record.addressId, record.at);
        await forgetRelayed(services, record.addressId, record.at);
        await forgetCalls(services, record.addressId, record.at);
      }, record);
  }
  await projectRecords(
    services.d1,
    records.filter((record) => !again.has(record)),
  );
  for (const record of records) {
    if (record.kind === "turn") {
      await attempt(() => spreadConsent(services, record), record);
      await attempt(() => askForMedia(services, record), record);
      if (answersAskings(record)) await attempt(() => heedAskings(services, record), record);
      if (isRelayable(record)) await attempt(() => relayText(services, record), record);
    }
    if (record.kind === "receipt" && hasMessage(record)) {
      await attempt(() => settleFailure(services, record), record);
      if (isFailure(record.status)) {
        const failed = { messageId: record.messageId, code: record.errorCode, isLate: true };
        await attempt(() => followFailure(services, failed), record);
      }
    }
    if (record.kind === "quarantine") await attempt(() => tellFailingTelephone(services, record), record);
    if (record.kind === "outcome" && record.recipient !== undefined && isFailure(record.status)) {
      const failed = { messageId: record.messageId, code: record.errorCode, isLate: false };
      await attempt(() => followFailure(services, failed), record);
    }
  }
  const answered = records.filter((record) => record.kind === "turn");
  if (answered.length > 0) await attempt(() => spendReplies(services, answered));
  const left = records.flatMap((record) => (record.kind === "voicemail" ? [record] : []));
  const leftIds = [...new Set(left.map(({ id }) => id))];
  if (left.length > 0) await attempt(() => offerVoicemails(services, leftIds), ...left);
  const moving = records.filter(movesSomebody);
  if (moving.length > 0) await attempt(() => followInFunnels(services, moving), ...moving);
  const answering = records.filter(bringsAnswers);
  if (answering.length > 0) await attempt(() => heedQuotas(services, answering), ...answering);
  const matchable = records.filter(isMatchedBySid);
  if (matchable.length > 0) await attempt(() => matchStrays(services), ...matchable);
  const alarms = records.filter(({ kind }) => kind === "alarm");
  if (alarms.length > 0) await attempt(() => tellOperators(services), ...alarms);
  return again;
}

function isFailure(status: string): boolean {
  return status === "failed" || status === "undelivered";
}

/** News without an id of ours, or of a message whose news will come so. */
function isMatchedBySid(record: JournalRecord): boolean {
  if (record.kind === "receipt") return !hasMessage(record);
  return record.kind === "outcome" && record.isMatchedBySid;
}
