// One person at one address: the only authority on what they decided, what they are asked, and what may be sent to them.
// Decisions are the core's (`#core/contact`); the keeper remembers and tells the queues; this file is the object's surface.
import { DurableObject } from "cloudflare:workers";
import type { Claim } from "#core/contact/claim";
import { erased } from "#core/contact/erase";
import { dueAt } from "#core/contact/keeping";
import { learnLine } from "#core/contact/learn-line";
import { learnProfile } from "#core/contact/learn-profile";
import type { Inbound, KnownProfile, Need, Offer, Outgoing } from "#core/contact/memory";
import type { Offered } from "#core/contact/offered";
import type { Outcome } from "#core/contact/outcome";
import { failed } from "#core/contact/outcome";
import { receive } from "#core/contact/receive";
import type { Silence } from "#core/contact/refusal";
import { send } from "#core/contact/send";
import type { RefusedSend, SendRequest } from "#core/contact/send";
import { silence } from "#core/contact/silence";
import { hold, reply } from "#core/contact/staff";
import type { StaffMove, StaffWords } from "#core/contact/staff";
import { openChat, start } from "#core/contact/start";
import type { OpenRequest, StartRequest } from "#core/contact/start";
import type { Line } from "#core/line";
import type { Address } from "#core/phone";
import { Arrivals } from "./arrivals.ts";
import { ChatRoom } from "./chat.ts";
import { claim, complete, resend } from "./handing-over.ts";
import { Keeper } from "./keeper.ts";
import type { ContactEnv } from "./keeper.ts";
import { Lease } from "./lease.ts";
import type { LeaseCall } from "./lease.ts";
import { claimOffered } from "./recipients.ts";
import { toSnapshot } from "./snapshot.ts";
import type { Snapshot } from "./snapshot.ts";

export type ReceiveAnswer =
  | { readonly kind: "need"; readonly need: Need }
  | { readonly kind: "answer"; readonly messages: readonly Outgoing[]; readonly isRepeat: boolean };

export type StartAnswer =
  | { readonly kind: "started"; readonly runId: string | null }
  | { readonly kind: "waits"; readonly until: number }
  | { readonly kind: "refused"; readonly why: "opted-out" | "in-conversation" | "never-open" }
  | { readonly kind: "repeated" };

export type SendAnswer =
  | { readonly kind: "taken"; readonly dueAt: number | null }
  | { readonly kind: "refused"; readonly why: RefusedSend }
  | { readonly kind: "repeated" };

export type StaffAnswer =
  | { readonly kind: "moved"; readonly messageId: string | null }
  | Extract<StaffMove, { kind: "refused" }>;

/** Who calls, and the caller's idea of now: epoch milliseconds. */
interface Call {
  readonly address: Address;
  readonly now: number;
}

export class Contact extends DurableObject<ContactEnv> {
  readonly #keeper: Keeper;
  readonly #chat: ChatRoom;
  readonly #arrivals = new Arrivals();
  readonly #lease: Lease;

  constructor(ctx: DurableObjectState, env: ContactEnv) {
    super(ctx, env);
    this.#keeper = new Keeper(ctx, env);
    this.#chat = new ChatRoom(ctx, this.#keeper);
    this.#lease = new Lease(this.#keeper.store);
  }

  /**
   * One message from the person, in the order of arrival. The same webhook again gets the same answer; the same message by
   * another one gets none.
   */
  async receive({
    address,
    inbound,
    offer,
    now,
  }: Call & { inbound: Inbound; offer: Offer | null }): Promise<ReceiveAnswer> {
    await this.#arrivals.turnOf(inbound.sid);
    const moment = this.#keeper.meet(now, address);
    const before = this.#keeper.journal.answerTo(inbound.sid, inbound.token);
    if (before !== null) return { kind: "answer", messages: before, isRepeat: true };
    const received = receive(this.#keeper.memory, inbound, offer, moment);
    if (received.kind === "need") {
      this.#arrivals.hold(inbound.sid);
      return received;
    }
    this.#arrivals.letGo(inbound.sid);
    const messages = received.turn.outgoing.filter(({ via }) => via === "twiml");
    this.#keeper.commit(received.turn, { key: inbound.sid, token: inbound.token, answer: messages });
    return { kind: "answer", messages, isRepeat: false };
  }

  /** Begins a flow with the person; the same request twice begins it once. */
  start({ address, request, now }: Call & { request: StartRequest }): StartAnswer {
    const moment = this.#keeper.meet(now, address);
    if (this.#keeper.journal.has(request.id)) return { kind: "repeated" };
    const started = start(this.#keeper.memory, request, moment);
    if (started.kind === "refused") return started;
    this.#keeper.commit(started.turn, { key: request.id });
    this.#chat.show(started.turn);
    return started.kind === "waits"
      ? { kind: "waits", until: started.until }
      : { kind: "started", runId: started.runId };
  }

  /** May this message go now? Granted once, for two seconds. */
  claim({ messageId, now }: { messageId: string; now: number }): Claim {
    return claim(this.#keeper, messageId, now);
  }

  /** The same for a campaign's message, which the object first hears of now. */
  claimOffered({ offered, now }: { offered: Offered; now: number }): Claim {
    const { claim, turn } = claimOffered(this.#keeper, offered, now);
    if (turn !== null) this.#chat.show(turn);
    return claim;
  }

  /** Reports what a claimed hand-over came to; a second report changes nothing. */
  complete({ messageId, outcome, now }: { messageId: string; outcome: Outcome; now: number }): void {
    complete(this.#keeper, messageId, outcome, now);
  }

  /** A status callback said that a message failed for good; the same news again changes nothing. */
  settle(call: {
    lineId: string | null;
    runId: string | null;
    code: number | null;
    at: number;
    now: number;
  }): void {
    const turn = failed(this.#keeper.memory, call, call.code, call.at, this.#keeper.meet(call.now));
    if (turn !== null) this.#keeper.commit(turn);
  }

  /** Opt-outs at the person's other addresses, and what the staff were told, in any order; the same news again changes nothing. */
  silence({ silences, now }: { silences: readonly Silence[]; now: number }): void {
    const turn = silence(this.#keeper.memory, silences, this.#keeper.meet(now));
    if (turn === null) return;
    if (turn.record.runs.length > 0) this.#keeper.commit(turn);
    else this.#keeper.change(turn.memory, now, () => undefined);
  }

  /** A TwiML reply the carrier never saw goes by REST under the same id, unless the conversation has moved on. */
  resend({ address, message, now }: Call & { message: Outgoing }): "waiting" | "passed" {
    this.#keeper.meet(now, address);
    return resend(this.#keeper, message, now);
  }

  /** Takes a conversation out of the flow's hands. */
  takeOver({ lineId, now }: { lineId: string; now: number }): StaffAnswer {
    return this.#staff(hold(this.#keeper.memory, lineId, "take-over", this.#keeper.meet(now)));
  }

  /** Gives a conversation back to the flow. */
  release({ lineId, now }: { lineId: string; now: number }): StaffAnswer {
    return this.#staff(hold(this.#keeper.memory, lineId, "release", this.#keeper.meet(now)));
  }

  /** Sends a staff member's own words; those with the same id are said once. */
  reply({ address, now, ...words }: Call & StaffWords): StaffAnswer {
    const moment = this.#keeper.meet(now, address);
    const { id } = words;
    if (id !== undefined && this.#keeper.journal.has(id)) return { kind: "moved", messageId: id };
    return this.#staff(reply(this.#keeper.memory, words, moment), id);
  }

  /** Takes on one message that another system asks for; the same request twice is one message. */
  send({ now, ...request }: Call & SendRequest): SendAnswer {
    const moment = this.#keeper.meet(now, request.address);
    if (this.#keeper.journal.has(request.id)) return { kind: "repeated" };
    const waiting = this.#keeper.outbox.messages().filter(({ kind }) => kind === "api").length;
    const sending = send(this.#keeper.memory, request, waiting, moment);
    if (sending.kind === "refused") return sending;
    this.#keeper.commit(sending.turn, { key: request.id });
    return { kind: "taken", dueAt: sending.dueAt };
  }

  /** A line they talk on was changed. */
  learnLine({ line, now }: { line: Line; now: number }): void {
    this.#keeper.meet(now);
    const after = learnLine(this.#keeper.memory, line, now);
    if (after === this.#keeper.memory) return;
    this.#keeper.change(after, now, () => this.#keeper.outbox.recall(now));
  }

  /** The staff changed what is known about the person. */
  learnProfile({ profile, now }: { profile: KnownProfile; now: number }): void {
    const after = learnProfile(this.#keeper.memory, profile, this.#keeper.meet(now));
    if (after === this.#keeper.memory) return;
    this.#keeper.change(after, now, () => this.#keeper.outbox.recall(now));
  }

  /** Whether something of this person's is about to leave, and when they want to be woken: for the demo's jumps in time. */
  pulse({ now }: { now: number }): { readonly isBusy: boolean; readonly dueAt: number | null } {
    const { memory, outbox } = this.#keeper;
    const times = [dueAt(memory), outbox.dueAfter(now)].filter((at) => at !== null && at > now);
    const first = times.length === 0 ? null : Math.min(...times.map(Number));
    return { isBusy: outbox.isBusy(now), dueAt: first };
  }

  /** Takes a volunteer's time for a call, as far as no other call has it; a longer time for the same call as well. */
  lease(call: LeaseCall): boolean {
    this.#keeper.meet(call.now);
    return this.#lease.take(call);
  }

  /** Gives a volunteer's time back; another call's stays. */
  endLease({ callId }: { callId: string }): void {
    this.#lease.end(callId);
  }

  /** Whether a volunteer is on a call, or being rung for one. */
  isOnCall({ now }: { now: number }): boolean {
    this.#keeper.meet(now);
    return this.#lease.isTaken(now);
  }

  /** What the object knows at this moment, for the staff. */
  snapshot(): Snapshot {
    return toSnapshot(this.#keeper.memory);
  }

  /** Rows written since this object woke, alarms included: what Cloudflare bills, for the bench and its tests. */
  rowsWritten(): number {
    return this.#keeper.store.rowsWritten + this.#keeper.alarm.rowsWritten;
  }

  /** Forgets the person. A decision to hear nothing from us is kept, without the words and the number. */
  erase({ now }: { now: number }): void {
    this.#keeper.meet(now);
    this.#keeper.forget(erased(this.#keeper.memory), now);
    this.#chat.close();
  }

  /** Does all that is due: called by the alarm, by the demo's jump in time and by the sweep for lost alarms. */
  async tick({ now }: { now: number }): Promise<void> {
    await this.#keeper.tick(now, (turn) => this.#chat.show(turn));
  }

  override async alarm(): Promise<void> {
    await this.#keeper.ring((now) => this.tick({ now }));
  }

  /** Opens the web chat: the flow begins with the page, before its socket is there. */
  openChat({ address, request, now }: Call & { request: OpenRequest }): void {
    // Before the memory is read: from here on it says whose it is.
    const moment = this.#keeper.meet(now, address);
    const turn = openChat(this.#keeper.memory, request, moment);
    if (turn === null) return;
    this.#keeper.commit(turn, { key: request.id });
    this.#chat.show(turn);
  }

  override fetch(request: Request): Response {
    return this.#chat.accept(request);
  }

  override webSocketMessage(socket: WebSocket, frame: string | ArrayBuffer): void {
    this.#chat.hear(socket, frame);
  }

  override webSocketClose(socket: WebSocket): void {
    socket.close();
  }

  #staff(move: StaffMove, key?: string): StaffAnswer {
    if (move.kind === "refused") return move;
    this.#keeper.commit(move.turn, { key: key ?? move.turn.record.id });
    this.#chat.show(move.turn);
    return { kind: "moved", messageId: move.messageId ?? null };
  }
}
