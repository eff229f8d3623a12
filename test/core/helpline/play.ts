// Calls as readable transcripts: what somebody does (`>`), what the caller hears (`<`), what the line does (`~`), and what is written
// down in the end (`=`). The doings are played; all the rest must come out the same.
import type { TraceEntry } from "#core/helpline/call";
import { closesAt } from "#core/helpline/ending";
import { HelplineConfig } from "#core/helpline/helpline";
import { stepLeg } from "#core/helpline/leg";
import { recordCall } from "#core/helpline/record-call";
import { beginCall, closeCall, scriptAfter, stepCall } from "#core/helpline/route";
import type { Act, Say } from "#core/helpline/script";
import { NEW_DESK, withCall } from "#core/helpline/state";
import type { Desk, OnCall, Pinned, Position } from "#core/helpline/state";

export const LINE = "+15550001000";
const CALLER = "+14155550101";
const NOW = Date.UTC(2026, 10, 21, 10);

export interface Setting {
  /** On shift, in the rota's order. */
  readonly people?: readonly string[];
  readonly config?: Readonly<Record<string, unknown>>;
  /** By name: what the plan says of them. */
  readonly why?: Readonly<Record<string, OnCall["why"]>>;
  readonly language?: string;
  readonly isBlocked?: boolean;
}

export function pin({
  people = [],
  config = {},
  why = {},
  language = "en",
  isBlocked = false,
}: Setting): Pinned {
  return {
    helplineId: "helpline",
    config: HelplineConfig.parse({ name: "Night line", number: LINE, ...config }),
    people: people.map((name, index) => ({
      volunteerId: name,
      phone: `+1555000200${index}`,
      addressId: `address-${name}`,
      language,
      why: why[name] ?? null,
    })),
    isBlocked,
    isVolunteer: false,
  };
}

/** Plays the doings of a transcript and returns it as it should be written. */
export function play(transcript: string, setting: Setting): string {
  const player = new Player(pin(setting));
  const doings = transcript.split("\n").flatMap((line) => /^\s*> (.*)$/.exec(line)?.[1] ?? []);
  for (const doing of doings) player.does(doing);
  return player.lines.join("\n");
}

/** Without the indentation of the test around it. */
export function tidy(transcript: string): string {
  return transcript
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .join("\n");
}

class Player {
  readonly lines: string[] = [];
  readonly #pinned: Pinned;
  readonly #busy = new Set<string>();
  #position: Position | null = null;
  #desk: Desk = NEW_DESK;
  #now = NOW;
  #calls = 0;

  constructor(pinned: Pinned) {
    this.#pinned = pinned;
  }

  does(doing: string): void {
    this.lines.push(`> ${doing}`);
    const [, name = "", what = ""] = /^([A-Z]\w+) (.*)$/.exec(doing) ?? [];
    if (name !== "") return this.#volunteer(name, what);
    const [, count] = /(\d+)/.exec(doing) ?? [];
    if (doing.startsWith("calls")) return this.#call(doing.includes("anonymously") ? null : CALLER);
    if (doing.startsWith("presses")) return this.#step({ kind: "menu", digits: count ?? "" });
    if (/^\d+ minutes pass/.test(doing)) {
      this.#now += Number(count) * 60_000;
      return;
    }
    if (doing.startsWith("leaves a message")) return this.#step({ kind: "recorded", seconds: Number(count) });
    if (doing.startsWith("hangs up")) return this.#end("caller");
    if (doing.startsWith("nobody reports its end")) {
      const { call } = this.#current();
      this.#now = closesAt(call, this.#pinned.config.ringSeconds, 120);
      return this.#end("lost");
    }
    if (doing.startsWith("the other number")) {
      const isBridged = count !== undefined;
      this.#now += Number(count ?? 20) * 1_000;
      return this.#step({
        kind: "dialled",
        isBridged,
        status: isBridged ? "completed" : "no-answer",
        seconds: isBridged ? Number(count) : null,
        isCallerGone: false,
      });
    }
    throw new Error(`nobody can do "${doing}"`);
  }

  #call(from: string | null): void {
    this.#calls += 1;
    const arrival = {
      sid: `CA${this.#calls}`,
      number: LINE,
      addressId: from === null ? null : "caller",
      address: from === null ? { kind: "nobody" as const } : { kind: "phone" as const, value: from },
    };
    this.#take(beginCall(this.#desk, arrival, this.#pinned, this.#now), 0);
  }

  #volunteer(name: string, what: string): void {
    if (what.startsWith("is on another call")) {
      this.#busy.add(name);
      return;
    }
    if (what.startsWith("is free")) {
      this.#busy.delete(name);
      return;
    }
    const { stage } = this.#current().call;
    if (stage.kind !== "ringing" || stage.volunteerId !== name) throw new Error(`nobody rings ${name}`);
    const dialled = { kind: "dialled", isBridged: false, seconds: null, isCallerGone: false } as const;
    const [, seconds = "20"] = /(\d+) s/.exec(what) ?? [];
    if (what.startsWith("does not answer")) {
      this.#now += Number(seconds) * 1_000;
      return this.#step({ ...dialled, status: "no-answer" });
    }
    if (what.startsWith("is engaged")) return this.#step({ ...dialled, status: "busy" });
    if (what.startsWith("cannot be reached")) return this.#step({ ...dialled, status: "failed" });
    this.#now += 5_000;
    this.#leg(name, { kind: "picked-up" });
    if (/^presses nothing|mailbox/.test(what)) return this.#step({ ...dialled, status: "completed" });
    const [, key = ""] = /^presses (\d)/.exec(what) ?? [];
    this.#leg(name, { kind: "pressed", digits: key });
    const isBridged = key === "1" && what.includes("talks");
    this.#now += isBridged ? Number(seconds) * 1_000 : 0;
    this.#step({ ...dialled, status: "completed", isBridged, isCallerGone: what.includes("caller is gone") });
  }

  #leg(name: string, event: { kind: "picked-up" } | { kind: "pressed"; digits: string }): void {
    const before = this.#current();
    const turn = before.call.scripts.length;
    const { position, script } = stepLeg(before, { ...event, turn }, this.#now);
    this.#position = position;
    const says = script.acts.flatMap((act) => (act.kind === "menu" ? act.says : []));
    this.lines.push(...says.map((one) => `${name} ${heard(one)}`));
  }

  #step(event: DistributiveOmit<Parameters<typeof stepCall>[1], "turn">): void {
    const before = this.#current();
    const turn = before.call.scripts.length;
    const following = event.kind === "recorded" ? event : { ...event, turn };
    this.#take(stepCall(before, following, this.#now), turn);
  }

  #end(by: "caller" | "lost"): void {
    const before = this.#current();
    this.#take(closeCall(before, by, this.#now), before.call.scripts.length, { isSilent: true });
  }

  #take(after: Position, turn: number, { isSilent = false } = {}): void {
    let position = after;
    for (;;) {
      const { call } = position;
      const lease = scriptAfter(call, turn)?.lease ?? null;
      if (isSilent || lease === null || !this.#busy.has(lease.volunteerId)) break;
      const event = { kind: "busy", turn: call.scripts.length, volunteerId: lease.volunteerId } as const;
      position = stepCall(position, event, this.#now);
    }
    const { call } = recordCall(position.call, this.#now);
    this.#position = withCall(position, call);
    this.#desk = position.desk;
    if (!isSilent) this.lines.push(...(scriptAfter(call, turn)?.acts ?? []).flatMap(written));
    for (const record of position.records)
      if (record.kind === "quarantine")
        this.lines.push(
          `! ${record.volunteerId} is not rung for ${(record.until - this.#now) / 60_000} minutes`,
        );
      else if (record.alarm === "calls-failing") this.lines.push(`! ${record.text}`);
    if (call.endedAt !== null) {
      this.lines.push(`= ${[call.outcome, ...call.trace.map(told)].join("; ")}`);
    }
  }

  #current(): Position {
    if (this.#position === null) throw new Error("nobody calls");
    return { ...this.#position, desk: this.#desk, records: [] };
  }
}

type DistributiveOmit<Type, Key extends PropertyKey> = Type extends unknown ? Omit<Type, Key> : never;

function heard({ text, language }: Say): string {
  return language === "en" ? `< ${text}` : `<${language}> ${text}`;
}

function written(act: Act): string[] {
  switch (act.kind) {
    case "say":
      return [heard(act)];
    case "menu":
      return [...act.says.map(heard), "~ waits for a key"];
    case "ring":
    case "forward": {
      const shown = act.callerId === LINE ? "the line" : "the caller";
      return [`~ ${act.kind}s ${act.number} for ${act.seconds} s, showing ${shown}`];
    }
    case "record":
      return [`~ beep, ${act.secondsMax} s at most${act.isTranscribed ? ", transcribed" : ""}`];
    case "hang-up":
      return ["~ hangs up"];
    case "reject":
      return ["~ sounds busy"];
    default:
      return act satisfies never;
  }
}

/** An entry of the trace in a few words. */
function told(entry: TraceEntry): string {
  switch (entry.kind) {
    case "rang":
    case "forwarded": {
      const who = entry.kind === "rang" ? entry.volunteerId : entry.number;
      const talked = entry.talkedSeconds === null ? "" : ` ${entry.talkedSeconds} s`;
      return `${entry.kind} ${who} ${entry.seconds} s, ${entry.result}${talked}`;
    }
    case "skipped":
      return `skipped ${entry.volunteerId}, ${entry.why}`;
    case "menu":
      return `key ${entry.digits === "" ? "none" : entry.digits}`;
    case "language":
      return `speaks ${entry.language}`;
    case "limit":
      return `limit of the ${entry.of}`;
    case "recorded":
      return `recorded ${entry.seconds} s`;
    case "ended":
      return `ended by ${entry.by}`;
    case "blocked":
    case "nobody-on":
    case "voicemail":
    case "trouble":
      return entry.kind;
    default:
      return entry satisfies never;
  }
}
