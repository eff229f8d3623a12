// What a called handset does, as it was told beforehand.
import type { Exchange } from "../exchange.ts";
import {
  ANSWER_AFTER_SECONDS,
  type Answering,
  BUSY_AFTER_SECONDS,
  MAILBOX_AFTER_SECONDS,
  MAILBOX_RECORDS_SECONDS,
  PRESS_AFTER_SECONDS,
} from "./answering.ts";
import { answer, endLeg, hangUp, isBusy, pressKey, speak } from "./change-leg.ts";
import { isOver, type Leg, listen } from "./leg.ts";
import { speakingSeconds } from "./prompt.ts";

/** Whether the called telephone rings at all: it is on, reachable and not in use. */
export function canRing(leg: Leg): boolean {
  const { delivery, whenCalled } = leg.handset;
  return delivery.kind === "normal" && whenCalled.kind !== "busy" && !isEngaged(leg);
}

/** By another call than this one. */
function isEngaged(leg: Leg): boolean {
  return isBusy({ ...leg.handset, legs: leg.handset.legs.filter((each) => each !== leg) });
}

/** Sets going whatever the handset does with this call; the returned function calls off what has not happened yet. */
export function takeCall(exchange: Exchange, leg: Leg): () => void {
  const { handset } = leg;
  const { timers } = exchange.voice;
  if (isEngaged(leg)) return meetBusy(exchange, leg);
  // A telephone that is switched off or unreachable rings nowhere.
  if (handset.delivery.kind !== "normal") return () => undefined;
  const { whenCalled } = handset;
  switch (whenCalled.kind) {
    case "rings":
    case "no-such-number":
      return () => undefined;
    case "busy":
      return meetBusy(exchange, leg);
    case "rejects":
      return timers.after((whenCalled.afterSeconds ?? ANSWER_AFTER_SECONDS) * 1000, () =>
        hangUp(exchange, leg),
      );
    case "answers":
      return timers.after((whenCalled.afterSeconds ?? ANSWER_AFTER_SECONDS) * 1000, () =>
        answerAs(exchange, leg, whenCalled),
      );
    case "mailbox":
      return timers.after((whenCalled.afterSeconds ?? MAILBOX_AFTER_SECONDS) * 1000, () =>
        answerByMachine(exchange, leg, whenCalled),
      );
    default:
      return whenCalled satisfies never;
  }
}

function meetBusy(exchange: Exchange, leg: Leg): () => void {
  return exchange.voice.timers.after(BUSY_AFTER_SECONDS * 1000, () =>
    endLeg(exchange, leg, "busy", "carrier"),
  );
}

function answerAs(exchange: Exchange, leg: Leg, person: Extract<Answering, { kind: "answers" }>): void {
  const { presses = "", pressAfterSeconds = PRESS_AFTER_SECONDS, talksSeconds, leavesAfterSeconds } = person;
  const later = (seconds: number, act: () => void): void => {
    exchange.voice.timers.after(seconds * 1000, () => {
      if (!isOver(leg)) act();
    });
  };
  listen(leg, (event) => {
    if (event.kind === "listening" && presses !== "") {
      later(pressAfterSeconds, () => {
        for (const key of presses) pressKey(exchange, leg, key);
      });
    }
    if (event.kind === "bridged" && talksSeconds !== undefined) {
      later(talksSeconds, () => hangUp(exchange, leg));
    }
  });
  if (leavesAfterSeconds !== undefined) later(leavesAfterSeconds, () => hangUp(exchange, leg));
  answer(exchange, leg);
}

const GREETING = "You have reached a mailbox. Please leave a message after the tone.";

/** A machine speaks whether anybody is connected or not, and then records whatever there is for a while. */
function answerByMachine(
  exchange: Exchange,
  leg: Leg,
  machine: Extract<Answering, { kind: "mailbox" }>,
): void {
  const { greeting = GREETING, recordsSeconds = MAILBOX_RECORDS_SECONDS } = machine;
  const greetingMs = speakingSeconds(greeting) * 1000;
  const { timers } = exchange.voice;
  const since = timers.now();
  listen(leg, (event) => {
    if (event.kind !== "bridged" || timers.now() - since >= greetingMs) return;
    speak(exchange, leg, greeting, speakingSeconds(greeting));
  });
  answer(exchange, leg);
  timers.after(greetingMs + recordsSeconds * 1000, () => hangUp(exchange, leg));
}
