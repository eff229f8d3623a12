// Two people talking to each other, until one of them hangs up or the time is over.
import type { DialVerb } from "../twiml/verbs.ts";
import { attend, type Floor } from "./attend.ts";
import { answer, endLeg, hear } from "./change-leg.ts";
import { emit, isOver, type Leg } from "./leg.ts";

/** Connects the two; returns with the volunteer's leg ended. Throws `HungUp` when a person ended it. */
export async function bridge(floor: Floor, leg: Leg, child: Leg, verb: DialVerb): Promise<void> {
  const { exchange } = floor;
  answer(exchange, leg);
  const part = join(floor, leg, child);
  try {
    await attend(floor, child, {
      ms: verb.timeLimitSeconds * 1000,
      also: leg,
      take: (event) => (verb.hangupOnStar && event.kind === "key" && event.key === "*" ? true : undefined),
    });
    endLeg(exchange, child, "completed", "carrier");
  } finally {
    part();
  }
}

function join({ exchange }: Floor, leg: Leg, child: Leg): () => void {
  const { log, clock, voice } = exchange;
  const [caller, volunteer] = [leg.handset.number, child.handset.number];
  const who = { sid: leg.sid, dialSid: child.sid, caller, volunteer };
  const from = clock.now();
  const since = voice.timers.now();
  const ofCaller = { with: volunteer, from, seconds: 0 };
  const ofVolunteer = { with: caller, from, seconds: 0 };
  leg.bridges.push(ofCaller);
  child.bridges.push(ofVolunteer);
  leg.partner = child;
  child.partner = leg;
  log.add({ kind: "bridged", ...who });
  hear(exchange, leg, { kind: "connected", with: volunteer });
  hear(exchange, child, { kind: "connected", with: caller });
  emit(leg, { kind: "bridged", with: child });
  emit(child, { kind: "bridged", with: leg });
  return () => {
    const seconds = Math.round((voice.timers.now() - since) / 1000);
    ofCaller.seconds = seconds;
    ofVolunteer.seconds = seconds;
    leg.partner = undefined;
    child.partner = undefined;
    log.add({ kind: "parted", ...who, seconds });
    if (!isOver(leg)) hear(exchange, leg, { kind: "parted", from: volunteer });
  };
}
