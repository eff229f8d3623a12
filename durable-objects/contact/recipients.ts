// A campaign's message that the object first hears of when it is to go: claimed once, whatever is delivered again.
import { beginOffered, interrupted } from "#core/contact/begin-offered";
import { decideClaim } from "#core/contact/claim";
import type { Claim } from "#core/contact/claim";
import type { Memory, Outgoing } from "#core/contact/memory";
import { decideOffered } from "#core/contact/offered";
import type { Offered } from "#core/contact/offered";
import type { Turn } from "#core/contact/turn";
import type { Line } from "#core/line";
import { abandon, refuse } from "./handing-over.ts";
import type { Keeper } from "./keeper.ts";
import { settledKey } from "./notes.ts";

export interface ClaimedNow {
  readonly claim: Claim;
  /** What claiming it made of the conversations; null for nothing. */
  readonly turn: Turn | null;
}

export function claimOffered(keeper: Keeper, given: Offered, now: number): ClaimedNow {
  const moment = keeper.meet(now, given.address);
  const { id } = given.message;
  if (keeper.journal.has(settledKey(id))) return { claim: { kind: "gone" }, turn: null };
  const waiting = keeper.outbox.find(id);
  if (waiting?.stage === "claimed")
    return { claim: decideClaim(keeper.memory, waiting, null, now), turn: null };
  // A flow that was begun with it when its slot was not used is not begun again.
  const offered = waiting === null ? given : { ...given, message: waiting.message };
  const claim = decideOffered(keeper.memory, offered, now);
  switch (claim.kind) {
    case "granted":
      if (waiting === null) return grant(keeper, offered, claim, now, moment);
      keeper.change(keeper.memory, now, () => keeper.outbox.claimed(id, now));
      return { claim, turn: null };
    case "refused":
      keeper.change(keeper.memory, now, () => refuse(keeper, offered.message, claim.why, now));
      abandon(keeper, offered.message, moment);
      return { claim, turn: null };
    case "later":
    case "gone":
    case "in-doubt":
      return { claim, turn: null };
    default:
      return claim satisfies never;
  }
}

function grant(
  keeper: Keeper,
  offered: Offered,
  claim: Extract<Claim, { kind: "granted" }>,
  now: number,
  moment: ReturnType<Keeper["meet"]>,
): ClaimedNow {
  const { message, flow, line } = offered;
  if (flow === null) {
    const turn = interrupted(keeper.memory, offered, moment);
    if (turn !== null) keeper.commit(turn);
    hold(keeper, message, withLine(keeper.memory, line), now);
    return { claim, turn };
  }
  const { turn, first } = beginOffered(keeper.memory, offered, flow, moment);
  keeper.commit(turn);
  if (first === null) {
    keeper.change(keeper.memory, now, () => refuse(keeper, message, "silent", now));
    return { claim: { kind: "refused", why: "silent", lineId: line.id }, turn };
  }
  hold(keeper, first, keeper.memory, now);
  return { claim: { ...claim, message: first }, turn };
}

/** Written before the carrier is called: whoever dies in between leaves a doubt behind, never a second message. */
function hold(keeper: Keeper, message: Outgoing, memory: Memory, now: number): void {
  keeper.change(memory, now, () => keeper.outbox.hold(message, now));
}

/** The line is known from here on, so that a doubt can be looked up and a STOP answered without D1. */
function withLine(memory: Memory, line: Line): Memory {
  return memory.lines[line.id] === undefined
    ? { ...memory, lines: { ...memory.lines, [line.id]: line } }
    : memory;
}
