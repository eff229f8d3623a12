// What is to happen on a telephone next, one document at a time; the carrier's own language for it is the edge's.

export interface Say {
  readonly kind: "say";
  readonly text: string;
  readonly language: string;
}

export type Act =
  | Say
  /** Says it all, and takes one key at any time of it. */
  | { readonly kind: "menu"; readonly says: readonly Say[] }
  /** Rings a volunteer, who is asked to press 1 before anybody is put through. */
  | { readonly kind: "ring"; readonly number: string; readonly seconds: number; readonly callerId: string }
  /** Puts through to whoever picks up. */
  | { readonly kind: "forward"; readonly number: string; readonly seconds: number; readonly callerId: string }
  | { readonly kind: "record"; readonly secondsMax: number; readonly isTranscribed: boolean }
  | { readonly kind: "hang-up" }
  /** Does not even pick up, which costs nothing. */
  | { readonly kind: "reject" };

/** A person's time on calls: held so that no second call, of whatever group, rings them meanwhile. It ends by itself. */
export interface Lease {
  readonly volunteerId: string;
  /** Their Contact object. */
  readonly addressId: string;
  /** Epoch milliseconds. */
  readonly until: number;
}

export interface Script {
  /** Counted from 1; what comes of this script names it, so that the same news twice is known. */
  readonly turn: number;
  readonly acts: readonly Act[];
  /** To be had before it is carried out; where it cannot be had, they are busy. */
  readonly lease: Lease | null;
  /** Address ids of those whose lease is over. */
  readonly release: readonly string[];
  /** What is spoken with this caller. */
  readonly language: string;
}
