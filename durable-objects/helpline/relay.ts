// The texts that a Helpline passes on: one state, changed by one text at a time, and each text decided once.
import { forgetCaller, hearCaller, hearVolunteer, lookAfter, NO_RELAY, passOn } from "#core/helpline/relay";
import type { Relay, RelayCaller, Relayed, RelayPerson, Saying } from "#core/helpline/relay";
import type { Keeper } from "./keeper.ts";

export type RelayInput =
  | {
      readonly kind: "caller";
      /** Of the text: the same again is answered the same. */
      readonly id: string;
      readonly caller: RelayCaller;
      readonly text: string;
    }
  | { readonly kind: "volunteer"; readonly id: string; readonly volunteerId: string; readonly text: string }
  /** Somebody could not be texted about this caller, as the answer to `id` wanted. */
  | { readonly kind: "refused"; readonly id: string; readonly callerId: string }
  /** Time went by: what would be said now, and once it is, that it was. */
  | { readonly kind: "look"; readonly isSaid: boolean };

export interface RelayAnswer {
  readonly says: readonly Saying[];
  /** Callers who are still talking to somebody, or waiting for that. */
  readonly isOpen: boolean;
  /** Somebody on shift has the caller whom it was about. */
  readonly isHeld: boolean;
  /** A volunteer's text that is for no caller: it goes where everybody's texts go. */
  readonly isOrdinary: boolean;
}

/** A record that comes again does so within days (Cloudflare: queues keep a message four by default, fourteen at most). */
const REMEMBERED_MS = 15 * 24 * 3_600_000;

export class RelayDesk {
  readonly #keeper: Keeper;

  constructor(keeper: Keeper) {
    this.#keeper = keeper;
  }

  /** `people`: those on shift who can be texted, in the order they are called. */
  hear(input: RelayInput, people: readonly RelayPerson[], now: number): RelayAnswer {
    const { store } = this.#keeper;
    const before = JSON.parse(store.get("relay") ?? JSON.stringify(NO_RELAY)) as Relay;
    if (input.kind === "look") {
      const { relay, says } = lookAfter(before, people, now);
      if (input.isSaid) this.#keeper.keep({ write: () => store.put("relay", relay), records: [], now });
      return { says, isOpen: relay.threads.length > 0, isHeld: false, isOrdinary: false };
    }
    const [known] = store.read<{ body: string }>("SELECT body FROM relayed WHERE id = ?", input.id);
    if (known !== undefined) return JSON.parse(known.body) as RelayAnswer;
    const relayed = decide(before, input, people, now);
    const { relay, says } = relayed ?? { relay: before, says: [] };
    const callerId = callerOf(input) ?? addresseeOf(relayed?.says ?? []);
    const isHeld = relay.threads.some(
      ({ caller, person }) => caller.addressId === callerId && person !== null,
    );
    const answer = { says, isOpen: relay.threads.length > 0, isHeld, isOrdinary: relayed === null };
    const write = () => {
      store.put("relay", relay);
      store.write("DELETE FROM relayed WHERE at < ?", now - REMEMBERED_MS);
      store.write(
        "INSERT INTO relayed (id, at, body, caller_id) VALUES (?, ?, ?, ?)",
        input.id,
        now,
        JSON.stringify(answer),
        callerId,
      );
    };
    this.#keeper.keep({ write, records: [], now });
    return answer;
  }

  /** What a caller wrote, and was written, goes; a text of theirs that comes again is a new one. */
  forget(callerId: string, now: number): void {
    const { store } = this.#keeper;
    const relay = JSON.parse(store.get("relay") ?? JSON.stringify(NO_RELAY)) as Relay;
    const write = () => {
      store.put("relay", forgetCaller(relay, callerId));
      store.write("DELETE FROM relayed WHERE caller_id = ?", callerId);
    };
    this.#keeper.keep({ write, records: [], now });
  }
}

/** Whom a volunteer answered. */
function addresseeOf(says: readonly Saying[]): string | null {
  return says.find((saying) => saying.kind === "to-caller")?.caller.addressId ?? null;
}

function callerOf(input: Exclude<RelayInput, { kind: "look" }>): string | null {
  switch (input.kind) {
    case "caller":
      return input.caller.addressId;
    case "refused":
      return input.callerId;
    case "volunteer":
      return null;
    default:
      return input satisfies never;
  }
}

function decide(
  relay: Relay,
  input: Exclude<RelayInput, { kind: "look" }>,
  people: readonly RelayPerson[],
  now: number,
): Relayed | null {
  switch (input.kind) {
    case "caller":
      return hearCaller(relay, input.caller, input.text, people, now);
    case "volunteer":
      return hearVolunteer(relay, input.volunteerId, input.text, now);
    case "refused":
      return passOn(relay, input.callerId, people, now);
    default:
      return input satisfies never;
  }
}
