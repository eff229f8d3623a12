// Calls on the page: what a person does with the telephone, and what it shows of the call.
import { HTTPException } from "hono/http-exception";
import * as z from "zod";
import { type Exchange, findLine } from "../exchange.ts";
import { findHandset, type HandsetState } from "../handset-state.ts";
import { answer, hangUp, isBusy, pressKey, speak } from "../voice/change-leg.ts";
import { isOver, type Leg, type Sound, talkSeconds } from "../voice/leg.ts";
import { placeCall } from "../voice/place-call.ts";
import { speakingSeconds } from "../voice/prompt.ts";
import { describeSound } from "../voice/script.ts";
import { number } from "./commands.ts";
import { runInRealTime } from "./real-time.ts";
import type { CallCommand, CallLine, PhoneCall } from "./wire.ts";

const SPOKEN_CHARS_MAX = 2_000;

export const callCommand: z.ZodType<CallCommand> = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("dial"), number, line: z.string() }),
  z.object({ kind: z.literal("answer"), number }),
  z.object({ kind: z.literal("hang-up"), number }),
  z.object({ kind: z.literal("press"), number, key: z.string().regex(/^[0-9*#]$/) }),
  z.object({ kind: z.literal("speak"), number, text: z.string().trim().min(1).max(SPOKEN_CHARS_MAX) }),
]);

/** Throws a 409 where there is no such call, or one too many. */
export function callFromPhone(exchange: Exchange, command: CallCommand): void {
  const handset = findHandset(exchange.handsets, command.number);
  runInRealTime(exchange);
  if (command.kind === "dial") {
    const line = findLine(exchange, command.line);
    if (line === undefined) throw new HTTPException(400, { message: `No line ${command.line}.` });
    if (isBusy(handset)) throw new HTTPException(409, { message: "This telephone is in use." });
    placeCall(exchange, handset, line, handset.hidesNumber ? { shownAs: "anonymous" } : {});
    return;
  }
  const leg = callOf(handset);
  if (leg === undefined || isOver(leg)) throw new HTTPException(409, { message: "This call is over." });
  switch (command.kind) {
    case "answer":
      if (leg.direction === "outbound-dial") answer(exchange, leg);
      break;
    case "hang-up":
      hangUp(exchange, leg);
      break;
    case "press":
      pressKey(exchange, leg, command.key);
      break;
    case "speak":
      speak(exchange, leg, command.text, speakingSeconds(command.text));
      break;
    default:
      command satisfies never;
  }
}

/** The call that is on, else the newest one that the telephone noticed: one that met a busy line is none of its. */
export function callOf({ legs }: HandsetState): Leg | undefined {
  const noticed = legs.filter((leg) => leg.direction === "inbound" || leg.rangTick !== undefined);
  return noticed.findLast((leg) => !isOver(leg)) ?? noticed.at(-1);
}

/** That call, over or not; null where there never was one. */
export function showCall(exchange: Exchange, handset: HandsetState): PhoneCall | null {
  const leg = callOf(handset);
  if (leg === undefined) return null;
  const isOutgoing = leg.direction === "inbound";
  const other = isOutgoing ? leg.to : leg.from;
  return {
    sid: leg.sid,
    direction: isOutgoing ? "outgoing" : "incoming",
    number: other,
    name: nameOf(exchange, other),
    state: isOver(leg) ? "over" : leg.answeredAt === undefined ? "ringing" : "talking",
    answeredAt: leg.answeredAt ?? null,
    endedAt: leg.endedAt ?? null,
    wants: leg.wants ?? null,
    partner: leg.partner === undefined ? null : nameOf(exchange, leg.partner.handset.number),
    lines: showLines(exchange, leg),
    ending: describeEnding(exchange, leg, handset),
  };
}

function nameOf(exchange: Exchange, shown: string): string {
  return findLine(exchange, shown)?.name ?? exchange.handsets.get(shown)?.name ?? (shown || "Unknown");
}

function showLines(exchange: Exchange, leg: Leg): CallLine[] {
  const lines: CallLine[] = [];
  for (let index = 0; index <= leg.heard.length; index += 1) {
    for (const { text, after } of leg.own) if (after === index) lines.push({ by: "me", text });
    const heard = leg.heard[index];
    if (heard !== undefined) lines.push(showSound(exchange, heard));
  }
  return lines;
}

function showSound(exchange: Exchange, sound: Sound): CallLine {
  switch (sound.kind) {
    case "said":
      return { by: "machine", text: sound.text, language: sound.language };
    case "voice":
      return { by: "other", text: sound.text };
    case "connected":
      return { by: "network", text: `connected with ${nameOf(exchange, sound.with)}` };
    case "parted":
      return { by: "network", text: `${nameOf(exchange, sound.from)} has left` };
    case "played":
    case "beep":
    case "ringing":
    case "silence":
    case "tone":
      return { by: "network", text: describeSound(sound) };
    default:
      return sound satisfies never;
  }
}

function describeEnding(exchange: Exchange, leg: Leg, handset: HandsetState): string {
  if (!isOver(leg)) return "";
  const mine = leg.direction === "inbound" ? "caller" : "volunteer";
  const who = {
    caller: nameOf(exchange, (leg.parent ?? leg).handset.number),
    volunteer: handset.name ?? handset.number,
    product: "the line",
    carrier: "the network",
  };
  const by = leg.endedBy ?? "carrier";
  if (leg.answeredAt === undefined) {
    if (by === mine) return leg.direction === "inbound" ? "You hung up" : "You rejected it";
    return by === "caller" ? "The caller gave up" : "Not answered";
  }
  const seconds = talkSeconds(leg, exchange.voice.timers.now());
  const length = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  return `${by === mine ? "You" : who[by].charAt(0).toUpperCase() + who[by].slice(1)} hung up after ${length}`;
}
