// A call as it is written down: all of it, under the next number.
import type { CallRecord, CallState } from "#core/helpline/call";
import type { Call } from "#core/helpline/state";

/** The call with its number, and the record of it. */
export function recordCall(before: Call, now: number): { readonly call: Call; readonly record: CallRecord } {
  const call = { ...before, seq: before.seq + 1, changedAt: now };
  const { id, sid, helplineId, number, addressId, address, seq, language, startedAt, trace } = call;
  const { answeredBy, answeredAt, endedAt, outcome } = call;
  const record: CallRecord = {
    kind: "call",
    id,
    sid,
    helplineId,
    number,
    addressId,
    address,
    seq,
    at: now,
    state: stateOf(call),
    language,
    startedAt,
    trace,
    answeredBy,
    answeredAt,
    endedAt,
    outcome,
  };
  return { call, record };
}

function stateOf({ stage, endedAt }: Call): CallState {
  if (endedAt !== null) return "ended";
  switch (stage.kind) {
    case "ringing":
      return stage.acceptedAt === null ? "ringing" : "talking";
    case "forwarding":
      return "ringing";
    case "menu":
    case "voicemail":
      return stage.kind;
    case "over":
      return "ended";
    default:
      return stage satisfies never;
  }
}
