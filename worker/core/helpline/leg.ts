// The volunteer's end of the line: what they hear when they pick up, and what their key decides.
import type { LegEvent, LegScript } from "#core/helpline/event";
import { TALK_MS_MAX } from "#core/helpline/ending";
import { sentence, speakOr } from "#core/helpline/speech";
import { withCall } from "#core/helpline/state";
import type { Position, Ringing } from "#core/helpline/state";

const ACCEPT = "1";

interface Answered {
  readonly position: Position;
  readonly script: LegScript;
}

/** Something happened on the leg that a turn's script rang. News of another turn hangs it up. */
export function stepLeg(position: Position, event: LegEvent, now: number): Answered {
  const { stage, scripts, endedAt } = position.call;
  const isThis = stage.kind === "ringing" && event.turn === scripts.length && endedAt === null;
  switch (event.kind) {
    case "initiated":
      if (!isThis || stage.hasBegun) return answer(position, {});
      return answer(at(position, stage, { since: now, hasBegun: true }), {});
    case "picked-up":
      if (!isThis) return answer(position, { acts: HANG_UP });
      return answer(at(position, stage, { pickedUpAt: stage.pickedUpAt ?? now }), whisper(position, stage));
    case "pressed":
      if (!isThis) return answer(position, { acts: HANG_UP });
      return press(position, stage, event.digits, now);
    case "completed":
      return answer(position, { release: leaseOf(position, event.turn) });
    default:
      return event satisfies never;
  }
}

const HANG_UP = [{ kind: "hang-up" }] as const;

/** The first key counts: the same news twice is the same answer. */
function press(position: Position, stage: Ringing, digits: string, now: number): Answered {
  const pressed = at(position, stage, {
    digits: stage.digits ?? digits,
    pickedUpAt: stage.pickedUpAt ?? now,
    acceptedAt: stage.acceptedAt ?? (stage.digits === null && digits === ACCEPT ? now : null),
  });
  const { acceptedAt } = pressed.stage;
  if (acceptedAt === null) return answer(pressed, { acts: HANG_UP });
  const { volunteerId, addressId } = stage;
  const talking = withCall(pressed, { answeredBy: volunteerId, answeredAt: acceptedAt });
  return answer(talking, { lease: { volunteerId, addressId, until: acceptedAt + TALK_MS_MAX } });
}

/** A script that ends without hanging up puts them through. */
function whisper(position: Position, { volunteerId }: Ringing): Partial<LegScript> {
  const { config, people } = position.pinned;
  const language = people.find((person) => person.volunteerId === volunteerId)?.language ?? config.language;
  const says = [
    ...speakOr(config.prompts.whisper, "whisper", language, config.name),
    sentence("accept", language),
  ];
  return { acts: [{ kind: "menu", says }, ...HANG_UP] };
}

function at(
  position: Position,
  stage: Ringing,
  change: Partial<Ringing>,
): Position & { readonly stage: Ringing } {
  const changed = { ...stage, ...change };
  return { ...withCall(position, { stage: changed }), stage: changed };
}

function leaseOf({ call }: Position, turn: number): readonly string[] {
  const lease = call.scripts[turn - 1]?.lease;
  return lease === undefined || lease === null ? [] : [lease.addressId];
}

function answer(position: Position, script: Partial<LegScript>): Answered {
  return { position, script: { acts: [], lease: null, release: [], ...script } };
}
