// A turn in the making: collects what one input changes, says and records, and hands it over in one piece.
import type { Advanced, Effect, Input } from "#core/conversation/run";
import { advance } from "#core/conversation/engine";
import { compose } from "#core/contact/compose";
import { isOptedOut } from "#core/contact/memory";
import type {
  Conversation,
  Inbound,
  Memory,
  Moment,
  Outgoing,
  PinnedFlow,
  Profile,
} from "#core/contact/memory";
import { dueAt, forgetUnused } from "#core/contact/keeping";
import { languageFor, toPerson } from "#core/contact/person";
import { changeProfile } from "#core/contact/profile";
import { toMessageRecord, toRunRecord } from "#core/contact/records";
import type { Line } from "#core/line";
import type {
  ConsentRecord,
  MessageKind,
  NoticeRecord,
  ProfileChange,
  RunRecord,
  TurnRecord,
} from "#core/record";
import type { MessageRecord } from "#core/record";

/** A flow someone is to be put into once the Worker has read it. */
export interface Enrolment {
  readonly flow: string;
  readonly lineId: string;
}

export interface Turn {
  readonly memory: Memory;
  readonly outgoing: readonly Outgoing[];
  readonly enrolments: readonly Enrolment[];
  readonly record: TurnRecord;
}

export class Draft {
  memory: Memory;
  readonly #moment: Moment;
  readonly #id: string;
  readonly #line: Line | null;
  /** How what is said leaves: in the answer to a webhook, by REST, or down a socket. */
  readonly #via: Outgoing["via"];
  readonly #outgoing: Outgoing[] = [];
  readonly #enrolments: Enrolment[] = [];
  readonly #inbound: MessageRecord[] = [];
  readonly #runs: RunRecord[] = [];
  readonly #changes: ProfileChange[] = [];
  readonly #consents: ConsentRecord[] = [];
  readonly #notices: NoticeRecord[] = [];

  constructor(memory: Memory, moment: Moment, id: string, line: Line | null, via: Outgoing["via"]) {
    this.memory = memory;
    this.#moment = moment;
    this.#id = id;
    this.#line = line;
    this.#via = via;
    if (line !== null && memory.lines[line.id] !== line) {
      this.memory = { ...memory, lines: { ...memory.lines, [line.id]: line } };
    }
  }

  /** Writes down what the person sent, whatever comes of it. */
  hear(inbound: Inbound): void {
    const { runId, state } = (this.#line && this.memory.conversations[this.#line.id]) ?? {
      runId: null,
      state: null,
    };
    this.#inbound.push({
      id: inbound.id,
      direction: "in",
      channel: inbound.channel,
      kind: "inbound",
      via: null,
      text: inbound.text,
      media: inbound.attachments,
      ...(inbound.location && { location: inbound.location }),
      runId,
      turn: state?.turn ?? null,
      node: state?.node ?? null,
      status: "received",
      sid: inbound.sid,
      at: this.#moment.now,
    });
    const name = inbound.profileName;
    if (name !== null && name !== this.memory.self.profileName) {
      this.#remember({ profileName: name });
      this.#changes.push({ kind: "profile-name", name, at: this.#moment.now, source: "whatsapp" });
    }
  }

  consent(kind: ConsentRecord["kind"], source: ConsentRecord["source"], words: string): void {
    const { now, mint } = this.#moment;
    const { consent } = this.memory.self;
    this.#consents.push({ id: mint(), kind, source, words, at: now });
    this.#remember({
      consent:
        kind === "opt-out"
          ? { ...consent, optedOut: { at: now, words } }
          : { ...consent, optedIn: { at: now, words } },
    });
  }

  notice(kind: NoticeRecord["kind"], text: string, node: string | null = null): void {
    const runId = (this.#line && this.memory.conversations[this.#line.id]?.runId) ?? null;
    this.#notices.push({ id: this.#moment.mint(), kind, text, runId, node, at: this.#moment.now });
  }

  /** A sentence of the line's own, outside any flow. */
  sayPlainly(kind: MessageKind, text: string, via: Outgoing["via"] = this.#via): string | null {
    if (this.#line === null) return null;
    const id = this.#moment.mint();
    this.#outgoing.push({
      id,
      lineId: this.#line.id,
      runId: this.memory.conversations[this.#line.id]?.runId ?? null,
      turn: null,
      node: null,
      kind,
      via,
      bound: false,
      text,
      media: [],
      options: [],
      content: null,
      at: this.#moment.now,
    });
    return id;
  }

  /** Keeps the count of answers that no accepted answer earned, and of texts nothing understood. */
  count(patch: Pick<Memory["self"], "replies"> | Pick<Memory["self"], "unmatched">): void {
    this.#remember(patch);
  }

  adopt(profile: Profile | null): void {
    if (profile !== null) this.#remember({ profile });
  }

  /** Puts a new run in the line's place; `state` null with `startAt` waits for opening hours. */
  open(flow: PinnedFlow, source: string, startAt: number | null = null): Conversation {
    const { now, mint } = this.#moment;
    if (this.#line === null) throw new Error("a conversation needs a line");
    const conversation: Conversation = {
      lineId: this.#line.id,
      runId: mint(),
      flowId: flow.flowId,
      versionId: flow.versionId,
      source,
      state: null,
      startAt,
      heldUntil: null,
      startedAt: now,
      handedOverAt: null,
    };
    this.memory = { ...this.memory, flows: { ...this.memory.flows, [flow.versionId]: flow } };
    this.#keep(conversation);
    return conversation;
  }

  /** Asks the engine for the next step of a conversation, without changing anything. */
  try(conversation: Conversation, input: Input, whenUnmatched: "return" | "retry"): Advanced {
    const { flow, line } = this.#pinned(conversation);
    const { now, draw } = this.#moment;
    return advance({
      flow: flow.flow,
      state: conversation.state,
      person: toPerson(this.memory, line),
      input,
      now,
      draw,
      whenUnmatched,
    });
  }

  /** Takes a step of the engine for done: its words, changes and records. Returns the flows it enrols into. */
  take(conversation: Conversation, advanced: Advanced, kind: MessageKind = "flow"): readonly string[] {
    const { flow, line } = this.#pinned(conversation);
    const { state, effects, visits } = advanced;
    for (const effect of effects) this.#apply(effect, flow);
    const says = effects.filter((effect) => effect.kind === "say");
    for (const piece of compose(says, line, flow, state.language)) {
      const { content } = piece;
      this.#outgoing.push({
        ...piece,
        id: this.#moment.mint(),
        lineId: line.id,
        runId: conversation.runId,
        turn: state.turn,
        kind,
        via: content === null ? this.#via : "rest",
        bound: this.#via === "rest",
        at: this.#moment.now,
      });
    }
    const handedOverAt =
      says.length > 0 && this.#via !== "rest" ? this.#moment.now : conversation.handedOverAt;
    this.#keep({ ...conversation, state, startAt: null, heldUntil: null, handedOverAt });
    this.#runs.push(toRunRecord(conversation, conversation.state, state, visits, this.#moment.now));
    return effects.flatMap((effect) => (effect.kind === "enrol" ? [effect.flow] : []));
  }

  enrolLater(flow: string): void {
    if (this.#line !== null) this.#enrolments.push({ flow, lineId: this.#line.id });
  }

  /** Keeps a conversation as it now stands, or lets go of it when it has finished. */
  #keep(conversation: Conversation): void {
    const { state, lineId } = conversation;
    const { [lineId]: _before, ...others } = this.memory.conversations;
    const conversations = state?.phase === "finished" ? others : { ...others, [lineId]: conversation };
    this.memory = { ...this.memory, conversations };
  }

  /** Keeps a conversation that waits for opening hours. */
  hold(conversation: Conversation): void {
    this.#keep(conversation);
  }

  /** Ends a run from outside the flow: another one took its place, or it can never go on. */
  end(conversation: Conversation, disposition: "interrupted" | "expired"): void {
    const before = conversation.state;
    if (before === null) return this.drop(conversation);
    const state = {
      ...before,
      phase: "finished",
      node: null,
      turn: before.turn + 1,
      wake: null,
      disposition,
    } as const;
    this.#keep({ ...conversation, state });
    const visits = before.node === null ? [] : [{ node: before.node, to: "end" }];
    this.#runs.push(toRunRecord(conversation, before, state, visits, this.#moment.now));
  }

  /** Lets go of a conversation that never started. */
  drop({ lineId }: Conversation): void {
    const { [lineId]: _dropped, ...conversations } = this.memory.conversations;
    this.memory = { ...this.memory, conversations };
  }

  #pinned(conversation: Conversation): { flow: PinnedFlow; line: Line } {
    const flow = this.memory.flows[conversation.versionId];
    const line = this.memory.lines[conversation.lineId];
    if (flow === undefined || line === undefined)
      throw new Error(`run ${conversation.runId} lost its flow or line`);
    return { flow, line };
  }

  #remember(patch: Partial<Memory["self"]>): void {
    this.memory = { ...this.memory, self: { ...this.memory.self, ...patch } };
  }

  #apply(effect: Effect, flow: PinnedFlow): void {
    const changed = changeProfile(this.memory.self.profile, effect, this.#moment.now, `flow:${flow.slug}`);
    if (changed !== null) {
      this.#remember({ profile: changed.profile });
      this.#changes.push(changed.change);
      return;
    }
    if (effect.kind === "grant-consent") this.consent("grant", "person", effect.words);
    if (effect.kind === "notify") this.notice("notify", effect.text, effect.node);
    if (effect.kind === "report") this.notice("report", effect.problem, effect.node);
    if (effect.kind === "hand-off") this.notice("hand-off", effect.note, effect.node);
  }

  /** The turn in one piece, ready to commit. */
  finish(): Turn {
    const memory = forgetUnused(this.memory);
    return {
      memory,
      outgoing: this.#outgoing,
      enrolments: this.#enrolments,
      record: {
        kind: "turn",
        id: this.#id,
        at: this.#moment.now,
        addressId: memory.self.id,
        address: memory.self.address,
        lineId: this.#line?.id ?? null,
        heard: this.#inbound.length > 0,
        messages: [...this.#inbound, ...this.#outgoing.map((message) => toMessageRecord(message, memory))],
        runs: this.#runs,
        changes: this.#changes,
        consents: this.#consents,
        notices: this.#notices,
        dueAt: dueAt(memory),
      },
    };
  }

  get optedOut(): boolean {
    return isOptedOut(this.memory.self.consent);
  }

  get language(): string {
    return this.#line === null ? "en" : languageFor(this.memory, this.#line);
  }
}
