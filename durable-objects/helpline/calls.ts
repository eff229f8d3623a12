// The calls of a Helpline: each step is decided by the core and kept whole before it is answered.
import { closesAt } from "#core/helpline/ending";
import type { CallEvent, LegEvent, LegScript } from "#core/helpline/event";
import { stepLeg } from "#core/helpline/leg";
import { recordCall } from "#core/helpline/record-call";
import { adoptCall, beginCall, closeCall, freedBy, scriptAfter, stepCall } from "#core/helpline/route";
import type { Script } from "#core/helpline/script";
import type { Arrival, Call, Pinned, Position } from "#core/helpline/state";
import type { Keeper } from "./keeper.ts";

/** News of a call comes for minutes, of what was recorded in it for hours. */
const REMEMBERED_MS = 7 * 24 * 3_600_000;

/** It is a matter of seconds: more than there are calls in these. */
const ENDED_BEFORE_MAX = 1_000;

export class Calls {
  readonly #keeper: Keeper;
  /** When those under way are over though nobody says so, by the carrier's id. */
  readonly #closing: Map<string, number>;

  /** Calls whose end was told before their beginning: whoever hangs up at once is faster than the plan is read. */
  readonly #endedBefore = new Set<string>();

  constructor(keeper: Keeper) {
    this.#keeper = keeper;
    const rows = keeper.store.read<{ sid: string; closes_at: number }>(
      "SELECT sid, closes_at FROM calls WHERE closes_at IS NOT NULL",
    );
    this.#closing = new Map(rows.map(({ sid, closes_at }) => [sid, closes_at]));
    keeper.dues.push(() => (this.#closing.size === 0 ? null : Math.min(...this.#closing.values())));
  }

  /** The same call again gets the same answer, whatever has been changed since; once it is over it frees whomever it held. */
  begin(arrival: Arrival, pinned: Pinned, now: number): Script | null {
    const position = this.find(arrival.sid) ?? this.#start(arrival, pinned, now);
    const script = scriptAfter(position.call, 0);
    const isOver = position.call.endedAt !== null;
    return script !== null && isOver ? { ...script, release: freedBy(position) } : script;
  }

  #start(arrival: Arrival, pinned: Pinned, now: number): Position {
    const begun = beginCall(this.#keeper.desk, arrival, pinned, now);
    const position = this.#endedBefore.delete(arrival.sid) ? closeCall(begun, "caller", now) : begun;
    this.keep(position, now, { isNew: true });
    return position;
  }

  /** null for a call that is not known. */
  step(sid: string, event: CallEvent, now: number): Script | null {
    const before = this.find(sid);
    if (before === null) return null;
    const after = stepCall(before, event, now);
    if (after !== before) this.keep(after, now);
    // A doubled webhook is told what the first one was.
    const isSteering = event.kind === "menu" || event.kind === "dialled";
    return scriptAfter(after.call, isSteering ? event.turn : after.call.scripts.length - 1);
  }

  /** It is over: whose time is free again. null for a call that is not known. */
  end(sid: string, now: number): readonly string[] | null {
    const before = this.find(sid);
    if (before === null) {
      if (this.#endedBefore.size >= ENDED_BEFORE_MAX) this.#endedBefore.clear();
      this.#endedBefore.add(sid);
      return null;
    }
    const after = closeCall(before, "caller", now);
    if (after !== before) this.keep(after, now);
    return freedBy(after);
  }

  leg(sid: string, event: LegEvent, now: number): LegScript | null {
    const before = this.find(sid);
    if (before === null) return null;
    const { position, script } = stepLeg(before, event, now);
    if (position !== before) this.keep(position, now);
    return script;
  }

  /** A call whose beginning failed on our side. */
  adopt(arrival: Arrival, pinned: Pinned, now: number): void {
    if (this.find(arrival.sid) !== null) return;
    this.keep(adoptCall(this.#keeper.desk, arrival, pinned, now), now, { isNew: true });
  }

  find(sid: string): Position | null {
    const [row] = this.#keeper.store.read<{ pinned: string; body: string }>(
      "SELECT pinned, body FROM calls WHERE sid = ?",
      sid,
    );
    if (row === undefined) return null;
    const [pinned, call] = [JSON.parse(row.pinned) as Pinned, JSON.parse(row.body) as Call];
    return { pinned, call, desk: this.#keeper.desk, records: [] };
  }

  /** What a step made of a call, written down under its next number. */
  keep(position: Position, now: number, { isNew = false }: { readonly isNew?: boolean } = {}): void {
    const { pinned, desk, records } = position;
    const { call, record } = recordCall(position.call, now);
    const { ringSeconds, voicemail } = pinned.config;
    const closing = call.endedAt === null ? closesAt(call, ringSeconds, voicemail.secondsMax) : null;
    if (closing === null) this.#closing.delete(call.sid);
    else this.#closing.set(call.sid, closing);
    const write = () => {
      const { store } = this.#keeper;
      const body = JSON.stringify(call);
      if (isNew)
        store.write(
          "INSERT INTO calls (sid, started_at, closes_at, pinned, body) VALUES (?, ?, ?, ?, ?)",
          call.sid,
          call.startedAt,
          closing,
          JSON.stringify(pinned),
          body,
        );
      else store.write("UPDATE calls SET closes_at = ?, body = ? WHERE sid = ?", closing, body, call.sid);
    };
    this.#keeper.keep({ write, desk, records: [record, ...records], now });
  }

  /** Of a call that is over the number is not needed any more. */
  forget({ addressId, until }: { readonly addressId: string; readonly until: number }): void {
    const { store } = this.#keeper;
    const rows = store.read<{ body: string }>("SELECT body FROM calls WHERE instr(body, ?) > 0", addressId);
    for (const { body } of rows) {
      const call = JSON.parse(body) as Call;
      if (call.addressId !== addressId || call.startedAt > until || call.endedAt === null) continue;
      const forgotten: Call = { ...call, address: { kind: "nobody" } };
      store.write("UPDATE calls SET body = ? WHERE sid = ?", JSON.stringify(forgotten), call.sid);
    }
  }

  /** Ends the calls whose end nobody reported, and forgets those of long ago. */
  tick(now: number): void {
    for (const [sid, at] of this.#closing) {
      if (at > now) continue;
      const position = this.find(sid);
      if (position === null) this.#closing.delete(sid);
      else this.keep(closeCall(position, "lost", now), now);
    }
    this.#keeper.store.write(
      "DELETE FROM calls WHERE started_at < ? AND closes_at IS NULL",
      now - REMEMBERED_MS,
    );
  }
}
