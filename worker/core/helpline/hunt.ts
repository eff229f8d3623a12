// Who is rung next, one after the other, and where the call goes when nobody is left.
import { hasLegsLeft, lineUp, noteLeg, noteTurn, whyNotRung } from "#core/helpline/desk";
import { tellNoneReached } from "#core/helpline/failing";
import type { Say } from "#core/helpline/script";
import { sentence, speak } from "#core/helpline/speech";
import { play, withCall, withTrace } from "#core/helpline/state";
import type { OnCall, Position } from "#core/helpline/state";
import { isTwilioAsked } from "#core/helpline/voicemail";

/** At twenty seconds each that is four minutes of ringing: who still holds wants to leave a message. */
const LEGS_PER_CALL_MAX = 12;
/** A volunteer who picked up hears the whisper and presses a key meanwhile, after the group's greeting: then the lease ends by itself. */
const ASIDE_MS = 120_000;

/** Rings the next who may be rung, after saying `lead`; each volunteer at most once in a call. */
export function hunt(position: Position, lead: readonly Say[], now: number): Position {
  const { call, pinned, desk } = position;
  if (call.waiting === null && pinned.people.length === 0) {
    return giveUp(withTrace(withCall(position, { waiting: [] }), { kind: "nobody-on", at: now }), lead, now);
  }
  const isFirst = call.waiting === null;
  const [next, ...waiting] = call.waiting ?? lineUp(desk, pinned, now);
  const after = withCall(position, { waiting });
  const person = pinned.people.find(({ volunteerId }) => volunteerId === next);
  if (person === undefined) return giveUp(after, lead, now);
  const limit = limitReached(position, now);
  if (limit !== null) return giveUp(withTrace(after, { kind: "limit", of: limit, at: now }), lead, now);
  const why = whyNotRung(desk, person, now);
  if (why !== null) {
    const { volunteerId } = person;
    return hunt(withTrace(after, { kind: "skipped", volunteerId, why, at: now }), lead, now);
  }
  const counted = noteLeg(noteTurn(desk, person.volunteerId, isFirst, now), call.addressId, now);
  return ring({ ...after, desk: counted }, person, lead, now);
}

function limitReached({ call, desk }: Position, now: number): "call" | "caller" | null {
  if (call.trace.filter(({ kind }) => kind === "rang").length >= LEGS_PER_CALL_MAX) return "call";
  return hasLegsLeft(desk, call.addressId, now) ? null : "caller";
}

function ring(position: Position, person: OnCall, lead: readonly Say[], now: number): Position {
  const { call, pinned } = position;
  const { volunteerId, phone, addressId } = person;
  if (phone === null || addressId === null) return hunt(position, lead, now);
  const { ringSeconds: seconds, prompts } = pinned.config;
  // A group with a greeting of its own says there what it likes.
  const isFirst = prompts.greeting === undefined && !call.trace.some(({ kind }) => kind === "rang");
  const hold = isFirst ? [sentence("hold", call.language)] : [];
  const rung = withTrace(position, {
    kind: "rang",
    at: now,
    volunteerId,
    seconds: 0,
    result: "ringing",
    talkedSeconds: null,
  });
  const stage = {
    kind: "ringing",
    volunteerId,
    addressId,
    entry: call.trace.length,
    since: now,
    hasBegun: false,
    pickedUpAt: null,
    digits: null,
    acceptedAt: null,
    lead,
  } as const;
  const dial = { kind: "ring", number: phone, seconds, callerId: callerId(position) } as const;
  return play(rung, stage, [...lead, ...hold, dial], {
    lease: { volunteerId, addressId, until: now + seconds * 1_000 + ASIDE_MS },
  });
}

/** The caller's own number where the group wants it and there is one; Twilio takes no other but the account's. */
function callerId({ call, pinned }: Position): string {
  const { address, number } = call;
  return pinned.config.callerId === "caller" && address.kind === "phone" ? address.value : number;
}

function giveUp(position: Position, lead: readonly Say[], now: number): Position {
  const { otherwise } = position.pinned.config;
  if (otherwise.kind === "number") return forward(position, otherwise.number, lead, now);
  return takeMessage(position, lead, now, { isUnanswered: true });
}

/** Puts the call through to a number that belongs to no volunteer; once in a call, and it counts as a telephone that is rung. */
export function forward(position: Position, number: string, lead: readonly Say[], now: number): Position {
  const { desk, call, pinned } = position;
  const { trace, addressId } = call;
  if (trace.some(({ kind }) => kind === "forwarded"))
    return takeMessage(position, lead, now, { isUnanswered: true });
  if (!hasLegsLeft(desk, addressId, now)) {
    const isTold = trace.some(({ kind }) => kind === "limit");
    const told = isTold ? position : withTrace(position, { kind: "limit", of: "caller", at: now });
    return takeMessage(told, lead, now, { isUnanswered: true });
  }
  const { ringSeconds: seconds } = pinned.config;
  const counted = { ...position, desk: noteLeg(desk, addressId, now) };
  const put = withTrace(counted, {
    kind: "forwarded",
    at: now,
    number,
    seconds: 0,
    result: "ringing",
    talkedSeconds: null,
  });
  const stage = { kind: "forwarding", since: now, entry: trace.length } as const;
  return play(put, stage, [...lead, { kind: "forward", number, seconds, callerId: callerId(position) }]);
}

/** Asks for a message after the tone. */
export function takeMessage(
  position: Position,
  lead: readonly Say[],
  now: number,
  { isUnanswered }: { readonly isUnanswered: boolean },
): Position {
  const { language } = position.call;
  const { prompts, voicemail } = position.pinned.config;
  const asked = tellNoneReached(position, now);
  const own = speak(prompts.voicemail, language);
  const ours = [...(isUnanswered ? [sentence("nobody", language)] : []), sentence("voicemail", language)];
  const { secondsMax } = voicemail;
  const isTranscribed = isTwilioAsked(language, voicemail);
  return play(withTrace(asked, { kind: "voicemail", at: now }), { kind: "voicemail", since: now }, [
    ...lead,
    ...(own.length > 0 ? own : ours),
    { kind: "record", secondsMax, isTranscribed },
    { kind: "hang-up" },
  ]);
}
