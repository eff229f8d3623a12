// What somebody is called where all that is known is a name or an address.

export interface NamedPerson {
  readonly name: string | null;
  readonly kind: string | null;
  readonly address: string | null;
}

export function callPerson({ name, kind, address }: NamedPerson): string {
  if (name !== null) return name;
  if (kind === "nobody") return "Number withheld";
  if (kind === "visitor" && address !== null) return "Somebody in the web chat";
  return address ?? "Somebody who was forgotten";
}

/** Their number, where it says more than what they are called. */
export function numberBeside({ name, kind, address }: NamedPerson): string | null {
  return name === null || kind === "visitor" ? null : address;
}
