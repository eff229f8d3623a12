// `<Record>`: what is said after the beep is kept, and told of later.
import { type Fields, recordingUrl } from "../forms/voice.ts";
import { resolveKeepingSpelling } from "../network/resolve-url.ts";
import type { RecordVerb } from "../twiml/verbs.ts";
import { type Ask, ask } from "./ask.ts";
import { attend, type Floor, HungUp } from "./attend.ts";
import { hear } from "./change-leg.ts";
import { emit, type Leg, type LegEvent } from "./leg.ts";
import { keepRecording, tellAbsent } from "./keep-recording.ts";

type Take = { key: string } | { text: string; ms: number };

const take = (event: LegEvent): Take | undefined => {
  if (event.kind === "key") return { key: event.key };
  return event.kind === "speech" ? { text: event.text, ms: event.ms } : undefined;
};

/** What a recording caught; times in calls' own milliseconds. */
type Caught = { startedTick: number; words: { text: string; from: number; to: number }[]; endedBy: string };

/** What to ask next; undefined where nothing was said: then the document goes on. Throws `HungUp` once told. */
export async function record(
  floor: Floor,
  leg: Leg,
  verb: RecordVerb,
  base: string,
): Promise<Ask | undefined> {
  const { exchange } = floor;
  if (verb.playBeep) hear(exchange, leg, { kind: "beep" });
  const startedAt = exchange.clock.now();
  leg.wants = "message";
  emit(leg, { kind: "listening" });
  const caught = await listenFor(floor, leg, verb);
  leg.wants = undefined;
  const isGone = caught.endedBy === "hangup";
  const { seconds, text } = measure(caught, exchange.voice.timers.now(), verb);
  if (seconds === 0) {
    tellAbsent(exchange, leg, verb, base, startedAt);
    if (isGone) throw new HungUp();
    return undefined;
  }
  const recording = keepRecording(exchange, leg, verb, base, { startedAt, seconds, text });
  const fields: Fields = {
    RecordingSid: recording.sid,
    RecordingUrl: recordingUrl(exchange.account.sid, recording.sid),
    RecordingDuration: String(seconds),
    Digits: caught.endedBy,
  };
  const next = { url: resolveKeepingSpelling(verb.action ?? base, base), method: verb.method, fields };
  if (!isGone) return next;
  await ask(floor, leg, next, "call");
  throw new HungUp();
}

async function listenFor(floor: Floor, leg: Leg, verb: RecordVerb): Promise<Caught> {
  const { timers } = floor.exchange.voice;
  const startedTick = timers.now();
  const caught: Caught = { startedTick, words: [], endedBy: "" };
  const endTick = startedTick + verb.maxSeconds * 1000;
  let lastSound = startedTick;
  try {
    for (;;) {
      // Silence ends it only where a timeout is set.
      const quietTick = verb.timeoutSeconds === 0 ? endTick : lastSound + verb.timeoutSeconds * 1000;
      const until = Math.min(endTick, quietTick);
      const event = await attend(floor, leg, { ms: until - timers.now(), take });
      if (event === undefined) return caught;
      if ("key" in event) {
        if (!verb.finishOnKey.includes(event.key)) continue;
        return { ...caught, endedBy: event.key };
      }
      const from = Math.max(timers.now(), lastSound);
      lastSound = from + event.ms;
      caught.words.push({ text: event.text, from, to: lastSound });
    }
  } catch (error) {
    if (!(error instanceof HungUp)) throw error;
    return { ...caught, endedBy: "hangup" };
  }
}

/** Without its silence at both ends unless told otherwise; whoever is cut short has said part of it. */
function measure(caught: Caught, now: number, verb: RecordVerb): { seconds: number; text: string } {
  const first = caught.words[0];
  const last = caught.words.at(-1);
  if (first === undefined || last === undefined) return { seconds: 0, text: "" };
  const ms = verb.trim ? Math.min(last.to, now) - first.from : now - caught.startedTick;
  const text = caught.words.map((words) => said(words, now)).join(" ");
  return { seconds: Math.round(ms / 1000), text: text.trim() };
}

function said({ text, from, to }: Caught["words"][number], now: number): string {
  if (now >= to) return text;
  const share = Math.max(0, now - from) / (to - from);
  return text.slice(0, Math.floor(text.length * share));
}
