// A person and their contact's memory, without objects or storage: say something, see what the decisions come to.
import type { Turn } from "#core/contact/turn";
import { rememberNobody } from "#core/contact/memory";
import type { Inbound, KnownProfile, Memory, Moment, Offer, PinnedFlow } from "#core/contact/memory";
import { receive } from "#core/contact/receive";
import { start } from "#core/contact/start";
import type { Started } from "#core/contact/start";
import { wake } from "#core/contact/wake";
import { Flow } from "#core/conversation/flow";
import { Hours } from "#core/hours";
import { LineConfig, toLine } from "#core/line";
import type { Line } from "#core/line";

export const NOON = Date.parse("2026-11-23T12:00:00Z");
export const MINUTE = 60_000;
export const HOUR = 3_600_000;

export function makeLine(config: Partial<LineConfig> = {}, id = "line"): Line {
  const defaults = {
    name: "Test",
    channel: "sms",
    sender: "whatsapp",
    address: "+15550001000",
    organisation: "Partyline",
  };
  return toLine(id, LineConfig.parse({ ...defaults, hours: Hours.parse("Mo-Su 00:00-24:00"), ...config }));
}

/** A published flow from its nodes, in one language. */
export function pin(slug: string, nodes: readonly unknown[], more: object = {}): PinnedFlow {
  const flow = Flow.parse({ schema: 1, languages: ["en"], nodes, ...more });
  return { flowId: `flow-${slug}`, slug, versionId: `version-${slug}`, flow, quickReplies: {} };
}

export class Talk {
  memory: Memory = rememberNobody("someone", { kind: "phone", value: "+447700900123" });
  now: number;
  readonly line: Line;
  readonly turns: Turn[] = [];
  /** Flows by keyword; "" is the catch-all. What D1 would answer with. */
  readonly flows: Readonly<Record<string, PinnedFlow>>;
  profile: KnownProfile | null = null;
  #serial = 0;

  constructor(flows: Readonly<Record<string, PinnedFlow>>, line: Line = makeLine(), now = NOON) {
    this.flows = flows;
    this.line = line;
    this.now = now;
  }

  /** What is answered to a text, on this line or another. */
  say(text: string, more: Partial<Inbound> & { line?: Line } = {}): string[] {
    const { line = this.line, ...fields } = more;
    const inbound = this.#inbound(text, line, fields);
    let offer: Offer | null = null;
    for (;;) {
      const received = receive(this.memory, inbound, offer, this.moment());
      if (received.kind === "turn") return this.#take(received.turn);
      const known: Offer = offer ?? this.#offer(text, line);
      const { need } = received;
      offer =
        need.kind === "enrol" && known.kind === "start" && known.enrolments !== "later"
          ? { ...known, enrolments: { ...known.enrolments, [need.flow]: this.#bySlug(need.flow) } }
          : known;
    }
  }

  /** Lets time pass and plays what comes due; what is said meanwhile. */
  wait(ms: number): string[] {
    this.now += ms;
    return wake(this.memory, this.moment()).flatMap((turn) => this.#take(turn));
  }

  begin(flow: PinnedFlow, line: Line = this.line): Started {
    const request = { id: `start-${this.#next()}`, line, profile: this.profile, flow, source: "api" };
    const started = start(this.memory, request, this.moment());
    if (started.kind !== "refused") this.#take(started.turn);
    return started;
  }

  get last(): Turn {
    const turn = this.turns.at(-1);
    if (turn === undefined) throw new Error("nothing happened yet");
    return turn;
  }

  moment(): Moment {
    return { now: this.now, draw: 0.5, mint: () => `id-${this.#next()}` };
  }

  #take(turn: Turn): string[] {
    this.memory = turn.memory;
    this.turns.push(turn);
    return turn.outgoing.map(({ text }) => text);
  }

  #next(): number {
    this.#serial += 1;
    return this.#serial;
  }

  #bySlug(slug: string): PinnedFlow | null {
    return Object.values(this.flows).find((flow) => flow.slug === slug) ?? null;
  }

  #offer(text: string, line: Line): Offer {
    const keyword = this.flows[text.trim().toLowerCase()];
    const flow = keyword ?? this.flows[""];
    const trigger = flow === undefined ? null : ({ kind: keyword ? "keyword" : "catch-all", flow } as const);
    return { kind: "start", line, profile: this.profile, trigger, enrolments: {} };
  }

  #inbound(text: string, line: Line, fields: Partial<Inbound>): Inbound {
    return {
      id: `in-${this.#next()}`,
      sid: `SM-${this.#next()}`,
      token: null,
      channel: line.channel,
      to: line.address,
      serviceSid: null,
      text,
      attachments: [],
      location: null,
      option: null,
      optOutType: null,
      profileName: null,
      ...fields,
    };
  }
}
