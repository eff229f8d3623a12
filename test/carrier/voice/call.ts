// A call as the person with the telephone drives it in a test: listen, press, speak, hang up. Time passes as it is waited for.
import type { Exchange } from "../exchange.ts";
import { answer, hangUp, pressKey, speak } from "./change-leg.ts";
import {
  type Bridge,
  type CallStatus,
  type EndedBy,
  type Heard,
  isOver,
  type Leg,
  talkSeconds,
} from "./leg.ts";
import { passMs, passUntil } from "./pass-time.ts";
import { speakingSeconds } from "./prompt.ts";
import { describeSound } from "./script.ts";
import { listRung, type Rung } from "./rung.ts";

export type Ending = { status: CallStatus; by: EndedBy; seconds: number };

export type Call = {
  readonly sid: string;
  readonly status: () => CallStatus;
  /** What the other side's number was shown as. */
  readonly shown: string;
  /** Everything heard so far. */
  readonly heard: () => readonly Heard[];
  /** The same, a line each: `en-GB: Hello`, `beep`, `ringing`, `connected with +1...`, `+1...: Hi`. */
  readonly script: () => string[];
  /** Lets time pass until this is heard that no `hears` has claimed; throws with the script when it never is. */
  readonly hears: (wanted: string | RegExp) => Promise<Heard>;
  /** Presses keys one after the other; resolves when the product has answered. */
  readonly press: (keys: string) => Promise<void>;
  /** Speaks for so long, about as long as the words take unless said; resolves when it is said. */
  readonly speak: (text: string, seconds?: number) => Promise<void>;
  /** Stays on the line for so long. */
  readonly pass: (seconds: number) => Promise<void>;
  readonly hangUp: () => Promise<void>;
  /** Takes a call that rings. */
  readonly answer: () => Promise<void>;
  /** Pushes a call away that rings. */
  readonly reject: () => Promise<void>;
  /** Lets time pass until the two hear each other; the other's number. */
  readonly connected: () => Promise<string>;
  /** Lets time pass until the call is over, however it ends. */
  readonly ended: () => Promise<Ending>;
  /** Whom this telephone was connected with, since when (epoch ms), for how many seconds. */
  readonly bridges: () => readonly Bridge[];
  /** The telephones that were tried for this call, in order: what became of each, and what was heard there. */
  readonly rung: () => Rung[];
};

export function driveCall(exchange: Exchange, leg: Leg): Call {
  const claimed = new Set<Heard>();
  const script = (): string[] => leg.heard.map(describeSound);
  const until = async (what: string, isSo: () => boolean): Promise<void> => {
    if (await passUntil(exchange, () => isSo() || isOver(leg))) if (isSo()) return;
    throw new Error(describeCall(exchange, leg, what));
  };
  const settled = exchange.outstanding.settled;
  return {
    sid: leg.sid,
    status: () => leg.status,
    shown: leg.direction === "inbound" ? leg.to : leg.from,
    heard: () => leg.heard,
    script,
    hears: async (wanted) => {
      const find = (): Heard | undefined =>
        leg.heard.find((heard) => !claimed.has(heard) && matches(describeSound(heard), wanted));
      await until(`to hear ${String(wanted)}`, () => find() !== undefined);
      const found = find();
      if (found === undefined) throw new Error(describeCall(exchange, leg, `to hear ${String(wanted)}`));
      claimed.add(found);
      return found;
    },
    press: async (keys) => {
      await settled();
      for (const key of keys) {
        pressKey(exchange, leg, key);
        await settled();
      }
    },
    speak: async (text, seconds = speakingSeconds(text)) => {
      await settled();
      speak(exchange, leg, text, seconds);
      await passMs(exchange, seconds * 1000);
    },
    pass: (seconds) => passMs(exchange, seconds * 1000),
    hangUp: async () => {
      hangUp(exchange, leg);
      await settled();
    },
    answer: async () => {
      answer(exchange, leg);
      await settled();
    },
    reject: async () => {
      hangUp(exchange, leg);
      await settled();
    },
    connected: async () => {
      await until("to be connected", () => leg.partner !== undefined);
      return leg.partner?.handset.number ?? "";
    },
    ended: async () => {
      await until("the call to end", () => isOver(leg));
      const seconds = talkSeconds(leg, exchange.voice.timers.now());
      return { status: leg.status, by: leg.endedBy ?? "carrier", seconds };
    },
    bridges: () => leg.bridges,
    rung: () => listRung(exchange, leg),
  };
}

function matches(line: string, wanted: string | RegExp): boolean {
  return typeof wanted === "string" ? line.includes(wanted) : wanted.test(line);
}

function describeCall(exchange: Exchange, leg: Leg, what: string): string {
  const complaints = exchange.log.entries.flatMap((entry) =>
    entry.kind === "debugger" && entry.sid === leg.sid ? [`  ! ${entry.code} ${entry.message}`] : [],
  );
  return [
    `${leg.handset.number} expected ${what}; the call is ${leg.status}, and it heard:`,
    ...(leg.heard.length === 0 ? ["  (nothing)"] : leg.heard.map((heard) => `  < ${describeSound(heard)}`)),
    ...complaints.slice(-5),
  ].join("\n");
}
