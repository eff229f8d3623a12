// Addresses as Resend takes them: `email@example.com` or `Name <email@example.com>`.

/** Local part, @, a domain with a dot: as loose as mail itself, as strict as Resend's own complaint. */
const BARE = /^[^\s@<>,;:"()[\]\\]+@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/i;
const NAMED = /^\s*([^<>]*?)\s*<([^<>\s]+)>\s*$/;

export interface ParsedAddress {
  /** Empty where only the address stands. */
  readonly name: string;
  readonly address: string;
}

/** Null where it follows neither form. */
export function parseMailAddress(given: string): ParsedAddress | null {
  const [, name, inside] = NAMED.exec(given) ?? [];
  const address = inside ?? given.trim();
  if (!BARE.test(address)) return null;
  return { name: (name ?? "").replace(/^"(.*)"$/, "$1"), address };
}

/** The address of something that was checked already. */
export function bareMailAddress(given: string): string {
  return parseMailAddress(given)?.address.toLowerCase() ?? given.toLowerCase();
}
