// One volunteer group: the only authority on its calls in progress, on whose turn it is, and on the messages left with it.
// Decisions are the core's (`#core/helpline`); the keeper remembers and tells the queue; this file is the object's surface.
import { DurableObject } from "cloudflare:workers";
import type { SkipReason } from "#core/helpline/call";
import { forgive, lineUp, whyNotRung } from "#core/helpline/desk";
import type { CallEvent, LegEvent, LegScript } from "#core/helpline/event";
import type { RelayPerson } from "#core/helpline/relay";
import type { Script } from "#core/helpline/script";
import type { Arrival, Call, Pinned } from "#core/helpline/state";
import type { RecordingNews } from "#core/helpline/voicemail";
import { Calls } from "./calls.ts";
import { Keeper } from "./keeper.ts";
import type { HelplineEnv } from "./keeper.ts";
import { RelayDesk } from "./relay.ts";
import type { RelayAnswer, RelayInput } from "./relay.ts";
import { Voicemails } from "./voicemails.ts";

/** Which call, by the carrier's id, and the caller's idea of now: epoch milliseconds. */
interface About {
  readonly sid: string;
  readonly now: number;
}

export class Helpline extends DurableObject<HelplineEnv> {
  readonly #keeper: Keeper;
  readonly #calls: Calls;
  readonly #voicemails: Voicemails;
  readonly #relay: RelayDesk;

  constructor(ctx: DurableObjectState, env: HelplineEnv) {
    super(ctx, env);
    this.#keeper = new Keeper(ctx, env);
    this.#calls = new Calls(this.#keeper);
    this.#voicemails = new Voicemails(this.#keeper, this.#calls);
    this.#relay = new RelayDesk(this.#keeper);
  }

  /** Somebody calls: what they hear first. The same call again gets the same answer. */
  begin({
    arrival,
    pinned,
    now,
  }: {
    readonly arrival: Arrival;
    readonly pinned: Pinned;
    readonly now: number;
  }): Script | null {
    this.#keeper.meet(now);
    return this.#calls.begin(arrival, pinned, now);
  }

  /** What follows from what happened, the same for the same news again; null for a call that is not known. */
  step({ sid, event, now }: About & { readonly event: CallEvent }): Script | null {
    this.#keeper.meet(now);
    return this.#calls.step(sid, event, now);
  }

  /** The caller's call is over: address ids of whose time is free again, the same once more; null for one that is not known. */
  end({ sid, now }: About): readonly string[] | null {
    this.#keeper.meet(now);
    return this.#calls.end(sid, now);
  }

  /** What a volunteer hears who was rung, the same for the same news again; null for a call that is not known. */
  leg({ sid, event, now }: About & { readonly event: LegEvent }): LegScript | null {
    this.#keeper.meet(now);
    return this.#calls.leg(sid, event, now);
  }

  /** A call whose beginning failed on our side left a message. */
  adopt({
    arrival,
    pinned,
    now,
  }: {
    readonly arrival: Arrival;
    readonly pinned: Pinned;
    readonly now: number;
  }): void {
    this.#keeper.meet(now);
    this.#calls.adopt(arrival, pinned, now);
  }

  /** What the carrier says of a recording; false for a call that is not known. */
  hear({ sid, news, now }: About & { readonly news: RecordingNews }): boolean {
    this.#keeper.meet(now);
    return this.#voicemails.hear(sid, news, now);
  }

  /** A text to the group, or from one of its volunteers: who is to be told what. The same text again gets the same answer. */
  relay({
    input,
    people,
    now,
  }: {
    readonly input: RelayInput;
    readonly people: readonly RelayPerson[];
    readonly now: number;
  }): RelayAnswer {
    this.#keeper.meet(now);
    return this.#relay.hear(input, people, now);
  }

  /** What is known of somebody's calls up to an instant goes, apart from that there were some. */
  forget(about: { readonly addressId: string; readonly until: number }): void {
    this.#calls.forget(about);
    this.#voicemails.forget(about);
  }

  /** Forgets what a caller texted: they were erased. */
  forgetCaller({ addressId, now }: { readonly addressId: string; readonly now: number }): void {
    this.#keeper.meet(now);
    this.#relay.forget(addressId, now);
  }

  /** In which order those on shift would be rung, and why one of them would not be, if that was all that is known by `at`. */
  lineUp({ pinned, at }: { readonly pinned: Pinned; readonly at: number }): readonly {
    readonly volunteerId: string;
    readonly why: SkipReason | null;
  }[] {
    const { desk } = this.#keeper;
    const people = new Map(pinned.people.map((person) => [person.volunteerId, person]));
    return lineUp(desk, pinned, at).map((volunteerId) => {
      const person = people.get(volunteerId);
      return { volunteerId, why: person === undefined ? null : whyNotRung(desk, person, at) };
    });
  }

  /** Staff say that a telephone works again. */
  forgive({ addressId, now }: { readonly addressId: string; readonly now: number }): void {
    this.#keeper.meet(now);
    const desk = forgive(this.#keeper.desk, addressId);
    if (desk !== this.#keeper.desk) this.#keeper.keep({ write: () => {}, desk, records: [], now });
  }

  /** What the object knows of a call at this moment; null for one it does not know. */
  snapshot({ sid }: { readonly sid: string }): Call | null {
    return this.#calls.find(sid)?.call ?? null;
  }

  /** Rows written since this object woke, alarms included: what Cloudflare bills, for the bench and its tests. */
  rowsWritten(): number {
    return this.#keeper.store.rowsWritten + this.#keeper.alarm.rowsWritten;
  }

  /** Does all that is due: called by the alarm, by the demo's jump in time and by the sweep for lost alarms. */
  async tick({ now }: { readonly now: number }): Promise<void> {
    this.#keeper.meet(now);
    this.#calls.tick(now);
    this.#voicemails.tick(now);
    await this.#keeper.tell(now);
  }

  override async alarm(): Promise<void> {
    await this.#keeper.ring((now) => this.tick({ now }));
  }
}
