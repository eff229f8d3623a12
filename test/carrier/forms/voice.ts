// The forms Twilio posts about a call: when it asks how to go on, and when it tells what became of it.
import { type Form, makeForm } from "../form.ts";
import type { CallStatus, Leg } from "../voice/leg.ts";
import { placeOf } from "./places.ts";

export type Fields = Readonly<Record<string, string | undefined>>;

/** What every request about a call carries, with what this one adds. */
export function callForm(leg: Leg, accountSid: string, status: CallStatus, more: Fields): Form {
  return makeForm({
    AccountSid: accountSid,
    ApiVersion: "2010-04-01",
    CallSid: leg.sid,
    CallStatus: status,
    Direction: leg.direction,
    ...partyFields("From", leg.from),
    ...partyFields("Caller", leg.from),
    ...partyFields("To", leg.to),
    ...partyFields("Called", leg.to),
    ParentCallSid: leg.parent?.sid,
    // Only American networks vouch for a caller's number.
    StirVerstat:
      leg.direction === "inbound" && leg.from.startsWith("+1") ? "TN-Validation-Passed-A" : undefined,
    ...more,
  });
}

function partyFields(party: "From" | "Caller" | "To" | "Called", number: string): Fields {
  const { city, state, zip, country } = placeOf(number);
  // Of a caller who hides nothing is known.
  const isKnown = number.startsWith("+");
  return {
    [party]: number,
    [`${party}City`]: city,
    [`${party}State`]: state,
    [`${party}Zip`]: zip,
    [`${party}Country`]: isKnown ? country : "",
  };
}

/** As the callbacks date things. */
export function callbackDate(at: number): string {
  return new Date(at).toUTCString().replace("GMT", "+0000");
}

export type RecordingFacts = {
  accountSid: string;
  callSid: string;
  recordingSid: string;
  status: "in-progress" | "completed" | "absent";
  startedAt: number;
  seconds: number;
};

/** Twilio always names its own host here, wherever the REST API is really reached. */
export function recordingUrl(accountSid: string, recordingSid: string): string {
  return `https://api.twilio.com/2010-04-01/Accounts/${accountSid}/Recordings/${recordingSid}`;
}

export function recordingForm(facts: RecordingFacts): Form {
  return makeForm({
    RecordingSource: "RecordVerb",
    RecordingSid: facts.recordingSid,
    RecordingUrl: recordingUrl(facts.accountSid, facts.recordingSid),
    RecordingStatus: facts.status,
    RecordingChannels: "1",
    ErrorCode: "0",
    CallSid: facts.callSid,
    RecordingStartTime: callbackDate(facts.startedAt),
    AccountSid: facts.accountSid,
    RecordingDuration: facts.status === "completed" ? String(facts.seconds) : undefined,
  });
}
