// Who an address is: a keyed hash, so that webhook, import and campaign agree without asking, and no number shows in an id.
import { uuidFromDigest } from "#core/id";
import { canonical } from "#core/phone";
import type { Address } from "#core/phone";
import { canonicalRecipient } from "./email/recipient.ts";
import { readSetting, writeSetting } from "./db/settings.ts";
import { SettingsError } from "./settings.ts";

const encoder = new TextEncoder();

export interface Identity {
  /** The id of an address: HMAC-SHA-256 of its canonical form as a UUIDv8. */
  idOf(address: Address): Promise<string>;
  /** The id of an e-mail address: whether it may be written to is found by it. */
  idOfEmail(address: string): Promise<string>;
  /** Proof that a text is ours, for one purpose and no other: 32 hexadecimal digits. */
  seal(purpose: string, text: string): Promise<string>;
  /** A value that shows whether the key is still the one this data was made with. */
  check(): Promise<string>;
}

export function createIdentity(identityKey: string): Identity {
  const key = crypto.subtle.importKey(
    "raw",
    encoder.encode(identityKey),
    { name: "HMAC", hash: "SHA-256" },
    false,
    ["sign"],
  );
  const digest = async (text: string) =>
    uuidFromDigest(new Uint8Array(await crypto.subtle.sign("HMAC", await key, encoder.encode(text))));
  return {
    idOf: (address) => digest(canonical(address)),
    idOfEmail: (address) => digest(`email:${canonicalRecipient(address)}`),
    // No address begins so: a seal is never an id, and none is good for another purpose.
    seal: async (purpose, text) => (await digest(`seal ${purpose}\n${text}`)).replaceAll("-", ""),
    check: () => digest("partyline identity check"),
  };
}

const CHECK = "identity.check";

/**
 * Is the key still the one this data was made with? Another would make strangers of everyone we know.
 * Throws a SettingsError for another key; remembers the first one it sees.
 */
export async function checkIdentity(d1: D1Database, identity: Identity, now: number): Promise<void> {
  const check = await identity.check();
  const known = await readSetting(d1, CHECK);
  if (known === null) await writeSetting(d1, CHECK, check, now);
  else if (known !== check) {
    throw new SettingsError(
      "IDENTITY_KEY is not the one this database was made with: put the first one back (README says what losing it means)",
    );
  }
}
