// What a refusal of the carrier leads to: waiting, pausing, and an alarm for the operator.
import { backOff } from "#core/campaign/back-off";
import { reasonToPause, record } from "#core/campaign/breaker";
import type { Progress } from "#core/campaign/progress";
import type { FailedCall } from "#core/campaign/sending";
import { BY_ITSELF, moved, toRecord } from "#core/campaign/steer";
import { mayMove } from "#core/campaign/states";
import { mintId } from "#core/id";
import type { AlarmRecord } from "#core/record";
import { isUnauthorised } from "#core/status";
import type { Keeper } from "./keeper.ts";

const CREDENTIALS =
  "The carrier refuses our credentials. Nothing leaves until TWILIO_API_KEY and TWILIO_API_SECRET, or TWILIO_AUTH_TOKEN, are right; campaigns are to be resumed then.";

export function suffer(keeper: Keeper, call: FailedCall): void {
  const { campaignId, code, status, draw, now } = call;
  if (isUnauthorised(code, status)) return pauseAll(keeper, now);
  const waits = backOff(keeper.line.backOff, call, draw, now);
  const isOurs = call.lineId === keeper.id;
  const line = waits === null || !isOurs ? keeper.line : { ...keeper.line, backOff: waits };
  const before = campaignId === null ? undefined : keeper.campaigns.get(campaignId);
  if (before === undefined || waits !== null) return keeper.keep({ line, now });
  const noted = { ...before, tape: record(before.tape, code, call.messageId) };
  const reason = reasonToPause(noted.tape, code);
  if (reason === null || !mayMove(before.state, "paused"))
    return keeper.keep({ line, campaigns: [noted], now });
  const paused = pause(noted, reason, now);
  keeper.keep({
    line,
    campaigns: [paused],
    records: [toRecord(paused, BY_ITSELF), alarm("campaign-paused", paused.campaignId, reason, now)],
    now,
  });
}

/** The day's money is spent: what is left waits for tomorrow, and somebody should know. */
export function spendAlarm(lineId: string, now: number): AlarmRecord {
  const text = "The spend cap of this line is reached: nothing that we start leaves until tomorrow.";
  return alarm("spend-cap", lineId, text, now);
}

function pauseAll(keeper: Keeper, now: number): void {
  const running = [...keeper.campaigns.values()].filter(({ state }) => state === "sending");
  const campaigns = running.map((progress) => pause(progress, CREDENTIALS, now));
  const records = campaigns.map((progress) => toRecord(progress, BY_ITSELF));
  const raised = alarm("credentials-refused", keeper.id, CREDENTIALS, now);
  keeper.keep({ campaigns, records: [...records, raised], now });
}

function pause(progress: Progress, reason: string, now: number): Progress {
  return moved(progress, { to: "paused", actor: BY_ITSELF, reason }, now);
}

function alarm(kind: AlarmRecord["alarm"], subject: string, text: string, at: number): AlarmRecord {
  const id = mintId(at, crypto.getRandomValues(new Uint8Array(16)));
  return { kind: "alarm", id, alarm: kind, subject, text, at };
}
