// The volunteers' side of one call, as a test asks for it afterwards.
import type { Exchange } from "../exchange.ts";
import type { CallStatus, Leg } from "./leg.ts";
import { describeSound } from "./script.ts";

export type Rung = {
  /** Whose telephone. */
  number: string;
  /** Whose number it showed. */
  shown: string;
  /** Null where it never rang: busy, switched off, or no such number. */
  rangSeconds: number | null;
  status: CallStatus;
  /** 0 where the two never heard each other. */
  talkedSeconds: number;
  /** A line each, as `Call.script`. */
  script: string[];
};

export function listRung({ voice }: Exchange, call: Leg): Rung[] {
  const children = [...voice.legs.values()].filter(({ parent }) => parent === call);
  return children.map((leg) => {
    const untilTick = leg.answeredTick ?? leg.endedTick ?? voice.timers.now();
    return {
      number: leg.to,
      shown: leg.from,
      rangSeconds: leg.rangTick === undefined ? null : Math.round((untilTick - leg.rangTick) / 1000),
      status: leg.status,
      talkedSeconds: leg.bridges.reduce((sum, { seconds }) => sum + seconds, 0),
      script: leg.heard.map(describeSound),
    };
  });
}
