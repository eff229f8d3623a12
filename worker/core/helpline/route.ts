// A call, step by step: what the caller hears first, and what follows from what happens.
import { afterDial, settleGone } from "#core/helpline/dialled";
import { noteLeg } from "#core/helpline/desk";
import { endCall, withOutcome } from "#core/helpline/ending";
import type { CallEvent } from "#core/helpline/event";
import { hunt } from "#core/helpline/hunt";
import { askMenu, choose } from "#core/helpline/menu";
import type { Say, Script } from "#core/helpline/script";
import { sentence, speak, speakOr } from "#core/helpline/speech";
import { callIdOf, ownLease, play, withCall, withTrace } from "#core/helpline/state";
import type { Arrival, Call, Desk, Pinned, Position, Ringing } from "#core/helpline/state";

/** Somebody calls. */
export function beginCall(desk: Desk, arrival: Arrival, pinned: Pinned, now: number): Position {
  const position = { pinned, desk, call: newCall(arrival, pinned, now), records: [] };
  const { name, prompts, language, menu } = pinned.config;
  if (pinned.isBlocked) {
    const blocked = endCall(withTrace(position, { kind: "blocked", at: now }), "us", now);
    const words = speak(prompts.blocked, language);
    return play(blocked, { kind: "over" }, [...words, { kind: words.length > 0 ? "hang-up" : "reject" }]);
  }
  const greeting: readonly Say[] = speakOr(prompts.greeting, "greeting", language, name);
  return menu === null ? hunt(position, greeting, now) : askMenu(position, greeting, now);
}

/** Something happened to a call under way. News of a script that is over, or already told, changes nothing. */
export function stepCall(position: Position, event: CallEvent, now: number): Position {
  const { call } = position;
  const { stage } = call;
  if (event.kind === "recorded") return thank(position, event.seconds, now);
  if (event.turn !== call.scripts.length) return position;
  switch (event.kind) {
    case "menu":
      if (stage.kind !== "menu" || call.endedAt !== null) return position;
      return choose(position, event.digits, stage.tries, now);
    case "busy":
      if (stage.kind !== "ringing" || stage.volunteerId !== event.volunteerId) return position;
      // The caller has given up meanwhile.
      if (call.endedAt !== null) return play(position, { kind: "over" }, [{ kind: "hang-up" }]);
      return hunt(passedOver(position, stage, now), stage.lead, now);
    case "dialled":
      return afterDial(position, event, now);
    default:
      return event satisfies never;
  }
}

/** The call is over, whatever it was doing; a dial that ends after it may say more. */
export function closeCall(position: Position, by: "caller" | "lost", now: number): Position {
  return position.call.endedAt === null ? endCall(settleGone(position, by, now), by, now) : position;
}

/** Whose time is free again once a call is over. */
export function freedBy(position: Position): readonly string[] {
  const { stage } = position.call;
  return [...(stage.kind === "ringing" ? [stage.addressId] : []), ...ownLease(position)];
}

/** Where our own part has failed: whoever calls leaves a message at least. `0`: no turn of the call's. */
export function apologise(language: string): Script {
  return {
    turn: 0,
    acts: [
      sentence("sorry", language),
      sentence("voicemail", language),
      { kind: "record", secondsMax: 120, isTranscribed: false },
      { kind: "hang-up" },
    ],
    lease: null,
    release: [],
    language,
  };
}

/** To who has said what they had to say, in a call we know nothing of. */
export function sayThanks(language: string): Script {
  const acts = [sentence("thanks", language), { kind: "hang-up" }] as const;
  return { turn: 0, acts, lease: null, release: [], language };
}

/** To who calls a number that no group has. */
export function refuseNumber(language: string): Script {
  const acts = [sentence("noGroup", language), { kind: "hang-up" }] as const;
  return { turn: 0, acts, lease: null, release: [], language };
}

/** What is to be done at a turn; the newest where that turn is not known. Told again when it is over, it holds nobody's time. */
export function scriptAfter({ scripts, endedAt }: Call, turn: number): Script | null {
  const newest = scripts.at(-1) ?? null;
  const script = scripts[turn] ?? newest;
  return script === null || (script === newest && endedAt === null) ? script : { ...script, lease: null };
}

/** A recording was reported, before its call's own next step or after. */
export function noteRecording(position: Position, seconds: number | null, now: number): Position {
  const { trace } = position.call;
  if (trace.some((entry) => entry.kind === "recorded")) return position;
  return withOutcome(withTrace(position, { kind: "recorded", seconds, at: now }));
}

/** A call that we heard nothing of before: its beginning failed on our side, and it was asked for a message. */
export function adoptCall(desk: Desk, arrival: Arrival, pinned: Pinned, now: number): Position {
  const position = { pinned, desk, call: newCall(arrival, pinned, now), records: [] };
  const stage = { kind: "voicemail", since: now } as const;
  return withTrace(withCall(position, { stage }), { kind: "trouble", at: now });
}

function newCall(arrival: Arrival, { helplineId, config }: Pinned, now: number): Call {
  return {
    ...arrival,
    id: callIdOf(arrival.sid),
    helplineId,
    language: config.language,
    scripts: [],
    stage: { kind: "over" },
    waiting: null,
    seq: 0,
    startedAt: now,
    changedAt: now,
    trace: [],
    answeredBy: null,
    answeredAt: null,
    endedAt: null,
    outcome: null,
  };
}

/** Who was to be rung is on another call: as if they had never been asked, apart from their turn. */
function passedOver(position: Position, { volunteerId, entry }: Ringing, now: number): Position {
  const { trace, scripts, addressId } = position.call;
  const undone = withCall(position, {
    trace: trace.filter((_, place) => place !== entry),
    scripts: scripts.slice(0, -1),
  });
  const before = { ...undone, desk: noteLeg(undone.desk, addressId, now, -1) };
  return withTrace(before, { kind: "skipped", volunteerId, why: "busy", at: now });
}

/** They said what they had to say. Also where it was our trouble that sent them to the machine, from whatever stage. */
function thank(position: Position, seconds: number | null, now: number): Position {
  const { stage, language } = position.call;
  if (stage.kind === "over") return position;
  const release = stage.kind === "ringing" ? [stage.addressId] : [];
  const met = stage.kind === "voicemail" ? position : withTrace(position, { kind: "trouble", at: now });
  const noted = endCall(noteRecording(met, seconds, now), "us", now);
  const acts = [sentence("thanks", language), { kind: "hang-up" }] as const;
  return play(noted, { kind: "over" }, acts, { release });
}
