// A turn in the making: collects what one input changes, says and records, and hands it over in one piece.
import type { Reach } from "#core/consent/permission";
import type { Effect } from "#core/conversation/run";
import type {
  Consent,
  Conversation,
  Inbound,
  KnownProfile,
  Memory,
  Moment,
  Outgoing,
  PinnedFlow,
  Profile,
} from "#core/contact/memory";
import { dueAt, forgetUnused } from "#core/contact/keeping";
import { languageFor } from "#core/contact/person";
import { applyChange, changeProfile, withChange } from "#core/contact/profile";
import { toMessageRecord } from "#core/contact/records";
import { learn } from "#core/contact/refusal";
import type { Silence } from "#core/contact/refusal";
import type { Enrolment, Turn } from "#core/contact/turn";
import type { Line } from "#core/line";
import type {
  ConsentRecord,
  MessageKind,
  NoticeRecord,
  ProfileChange,
  RunRecord,
  MessageRecord,
} from "#core/record";

export class Draft {
  memory: Memory;
  readonly moment: Moment;
  readonly #id: string;
  /** What the next message is known as already: a campaign planned it. */
  #planned: Pick<Outgoing, "id" | "campaign"> | null = null;
  readonly line: Line | null;
  /** How what is said leaves: in the answer to a webhook, by REST, or down a socket. */
  readonly via: Outgoing["via"];
  readonly #outgoing: Outgoing[] = [];
  readonly #enrolments: Enrolment[] = [];
  readonly #inbound: MessageRecord[] = [];
  readonly #runs: RunRecord[] = [];
  readonly #changes: ProfileChange[] = [];
  readonly #consents: ConsentRecord[] = [];
  readonly #notices: NoticeRecord[] = [];

  constructor(memory: Memory, moment: Moment, id: string, line: Line | null, via: Outgoing["via"]) {
    this.memory = memory;
    this.moment = moment;
    this.#id = id;
    this.line = line;
    this.via = via;
    if (line !== null && memory.lines[line.id] !== line) {
      this.memory = { ...memory, lines: { ...withoutRival(memory, line), [line.id]: line } };
    }
  }

  /** Writes down what the person sent, whatever comes of it. */
  hear(inbound: Inbound): void {
    const { runId, state } = (this.line && this.memory.conversations[this.line.id]) ?? {
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
      at: this.moment.now,
    });
    const name = inbound.profileName;
    if (name !== null && name !== this.memory.self.profileName) {
      const change = { kind: "profile-name", name, at: this.moment.now, source: "whatsapp" } as const;
      this.#remember({ profileName: name, profile: applyChange(this.memory.self.profile, change) });
      this.#change(change);
    }
  }

  /**
   * A decision reaches every channel, or the line's alone where opt-outs are set to. Decisions are dated one after the
   * other, even two of one millisecond: the later word counts.
   */
  consent(
    kind: ConsentRecord["kind"],
    source: ConsentRecord["source"],
    words: string,
    on = this.moment.now,
  ): void {
    const { consent, channels } = this.memory.self;
    const known = [consent, ...Object.values(channels)];
    const times = known.flatMap(({ optedOut, optedIn }) => [optedOut?.at ?? 0, optedIn?.at ?? 0]);
    const at = Math.max(on, ...times.map((time) => time + 1));
    const channel = this.reach;
    this.#consents.push({ id: this.moment.mint(), kind, source, words, channel, at });
    const decide = (before: Consent): Consent =>
      kind === "opt-out" ? { ...before, optedOut: { at, words } } : { ...before, optedIn: { at, words } };
    if (channel === "*") return this.#remember({ consent: decide(consent) });
    const before = channels[channel] ?? { optedOut: null, optedIn: null };
    this.#remember({ channels: { ...channels, [channel]: decide(before) } });
  }

  /** How far a decision on this draft's line reaches. */
  get reach(): Reach {
    return this.line?.optOutScope === "channel" ? this.line.channel : "*";
  }

  /** Takes over what was said elsewhere about hearing from us, and what was said here and forgotten. */
  silence(news: readonly Silence[]): void {
    this.#remember(learn(this.memory.self, news));
  }

  notice(kind: NoticeRecord["kind"], text: string, node: string | null = null): void {
    const runId = (this.line && this.memory.conversations[this.line.id]?.runId) ?? null;
    this.#notices.push({ id: this.moment.mint(), kind, text, runId, node, at: this.moment.now });
  }

  /** A sentence outside any flow; `bound` by hours when it answers nobody. Returns its id; null without a line to say it on. */
  sayPlainly(kind: MessageKind, text: string, bound = false, id?: string): string | null {
    if (this.line === null) return null;
    const runId = this.memory.conversations[this.line.id]?.runId ?? null;
    const plain = { runId, turn: null, node: null, bound, media: [], options: [], content: null };
    return this.send({ ...plain, lineId: this.line.id, kind, via: this.via, text }, id);
  }

  /** Lets a message go with this turn; returns its id: a fresh one, unless who asks for it named it. */
  send(message: Omit<Outgoing, "id" | "at">, id?: string): string {
    const named = this.#planned ?? { id: id ?? this.moment.mint() };
    this.#planned = null;
    this.#outgoing.push({ ...message, ...named, at: this.moment.now });
    return named.id;
  }

  /** The next message is this one: a campaign planned it. */
  expect({ id, campaign }: Pick<Outgoing, "id" | "campaign">): void {
    this.#planned = { id, ...(campaign !== undefined && { campaign }) };
  }

  /** Keeps the count of answers that no accepted answer earned, and of texts nothing understood. */
  count(patch: Pick<Memory["self"], "replies"> | Pick<Memory["self"], "unmatched">): void {
    this.#remember(patch);
  }

  /** Takes over what D1 knows of the person, and puts on top what it has not heard of yet. */
  adopt(known: KnownProfile | null): void {
    if (known === null) return;
    const { asOf, silences = [], ...profile } = known;
    this.silence(silences);
    const recent = this.memory.self.recent.filter(({ at }) => at > asOf);
    this.#remember({ profile: recent.reduce<Profile>(applyChange, profile), recent });
  }

  enrolLater(flow: string): void {
    if (this.line !== null) this.#enrolments.push({ flow, lineId: this.line.id });
  }

  /** Keeps a conversation as it now stands, or lets go of it when it has finished. */
  keep(conversation: Conversation): void {
    const { state, lineId } = conversation;
    const { [lineId]: _before, ...others } = this.memory.conversations;
    const conversations = state?.phase === "finished" ? others : { ...others, [lineId]: conversation };
    this.memory = { ...this.memory, conversations };
  }

  /** Lets go of a conversation that never started. */
  drop({ lineId }: Conversation): void {
    const { [lineId]: _dropped, ...conversations } = this.memory.conversations;
    this.memory = { ...this.memory, conversations };
  }

  /** Keeps a version to play; older ones of the same flow stay only while a conversation is in them. */
  pin(flow: PinnedFlow): void {
    const used = new Set(Object.values(this.memory.conversations).map(({ versionId }) => versionId));
    const others = Object.entries(this.memory.flows).filter(
      ([versionId, { flowId }]) => flowId !== flow.flowId || used.has(versionId),
    );
    this.memory = { ...this.memory, flows: { ...Object.fromEntries(others), [flow.versionId]: flow } };
  }

  /** Writes down what a step made of a run. */
  recordRun(run: RunRecord): void {
    this.#runs.push(run);
  }

  #change(change: ProfileChange): void {
    this.#changes.push(change);
    this.#remember({ recent: withChange(this.memory.self.recent, change) });
  }

  #remember(patch: Partial<Memory["self"]>): void {
    this.memory = { ...this.memory, self: { ...this.memory.self, ...patch } };
  }

  /** What a step of a flow changes about the person, grants, or wants the staff to know. */
  apply(effect: Effect, flow: PinnedFlow): void {
    const changed = changeProfile(this.memory.self.profile, effect, this.moment.now, `flow:${flow.slug}`);
    if (changed !== null) {
      this.#remember({ profile: changed.profile });
      this.#change(changed.change);
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
        at: this.moment.now,
        addressId: memory.self.id,
        address: memory.self.address,
        lineId: this.line?.id ?? null,
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

  get language(): string {
    return this.line === null ? "en" : languageFor(this.memory, this.line);
  }
}

/** An address belongs to one line: a copy of it from before it was made again goes, unless a conversation is on it. */
function withoutRival(memory: Memory, line: Line): Memory["lines"] {
  const isRival = (other: Line) =>
    other.id !== line.id && other.channel === line.channel && other.address === line.address;
  const kept = Object.entries(memory.lines).filter(
    ([id, other]) => !isRival(other) || memory.conversations[id] !== undefined,
  );
  return Object.fromEntries(kept);
}
