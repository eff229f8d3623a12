// A handset calls a line: from the first ring to the end.
import type { Exchange } from "../exchange.ts";
import type { HandsetState } from "../handset-state.ts";
import type { CarrierLine } from "../line.ts";
import { type Ask, lineUrl } from "./ask.ts";
import { type Floor, HungUp } from "./attend.ts";
import { answer, beginLeg, endLeg, hear } from "./change-leg.ts";
import { isOver, type Leg } from "./leg.ts";
import { prompt } from "./prompt.ts";
import { type Ran, runDocuments } from "./run.ts";
import { runTask } from "./task.ts";

export type CallOptions = {
  /** What the network shows instead of the number: `anonymous`, `restricted`, `unknown`, or nothing at all. */
  shownAs?: string;
};

/** Starts the call, which goes on by itself from here. */
export function placeCall(
  exchange: Exchange,
  handset: HandsetState,
  line: CarrierLine,
  { shownAs = handset.number }: CallOptions = {},
): Leg {
  const { voiceStatusUrl } = line;
  const leg = beginLeg(exchange, {
    direction: "inbound",
    handset,
    line,
    from: shownAs,
    to: line.address,
    parent: undefined,
    status: "ringing",
    statusHook:
      voiceStatusUrl === undefined
        ? undefined
        : { url: lineUrl(exchange, voiceStatusUrl), method: "POST", events: new Set(["completed"]) },
  });
  exchange.log.add({
    kind: "called",
    sid: leg.sid,
    handset: handset.number,
    from: shownAs,
    to: line.address,
  });
  runTask(exchange.outstanding, async (task) => {
    try {
      await carryThrough({ exchange, task }, leg);
    } catch (error) {
      if (!(error instanceof HungUp)) throw error;
    }
  });
  return leg;
}

async function carryThrough(floor: Floor, leg: Leg): Promise<void> {
  const { exchange } = floor;
  const { voiceUrl, voiceFallbackUrl } = leg.line;
  if (voiceUrl === undefined) {
    exchange.log.add({ kind: "debugger", code: 11100, message: `${leg.to} has no voice URL`, sid: leg.sid });
    hear(exchange, leg, { kind: "tone", tone: "not-in-service" });
    endLeg(exchange, leg, "failed", "carrier");
    return;
  }
  const first: Ask = { url: lineUrl(exchange, voiceUrl), method: "POST", fields: {} };
  let ran = await runDocuments(floor, leg, first, "call");
  if (ran.kind === "wrong") {
    complain(exchange, leg, ran);
    if (voiceFallbackUrl !== undefined) {
      const url = lineUrl(exchange, voiceFallbackUrl);
      const fields = { ErrorCode: String(ran.code), ErrorUrl: ran.url };
      ran = await runDocuments(floor, leg, { url, method: "POST", fields }, "call");
      if (ran.kind === "wrong") complain(exchange, leg, ran);
    }
  }
  if (ran.kind === "wrong") await apologise(floor, leg);
  if (!isOver(leg)) endLeg(exchange, leg, "completed", ran.kind === "wrong" ? "carrier" : "product");
}

function complain(
  exchange: Exchange,
  leg: Leg,
  { code, message, url }: Extract<Ran, { kind: "wrong" }>,
): void {
  exchange.log.add({ kind: "debugger", code, message, sid: leg.sid, url });
}

/** Twilio's own words where a document cannot be had or understood. */
export const APOLOGY = "We are sorry, an application error has occurred. Goodbye.";

async function apologise(floor: Floor, leg: Leg): Promise<void> {
  answer(floor.exchange, leg);
  const said = { kind: "say", text: APOLOGY, language: "en-US", voice: "man", loop: 1 } as const;
  await prompt(floor, leg, said, floor.exchange.productUrl);
}
