// What the objects themselves saw, in the exact order they decided it: when a STOP was committed, when a claim was granted.

export type Seen =
  | { readonly kind: "stopped"; readonly addressId: string }
  | { readonly kind: "granted"; readonly addressId: string; readonly messageId: string }
  | {
      readonly kind: "completed";
      readonly addressId: string;
      readonly messageId: string;
      readonly outcome: string;
    };

export type Sighting = Seen & {
  /** Place in the order of all that was seen. */
  readonly seq: number;
  readonly at: number;
};

export class Witness {
  readonly sightings: Sighting[] = [];

  see(seen: Seen): void {
    this.sightings.push({ ...seen, seq: this.sightings.length, at: Date.now() });
  }
}
