// Ids: made once from the instant and chance passed in, or derived, so that late and doubled work meets itself.
import { stringify, v5, v7 } from "uuid";

/** A UUIDv7 of that instant; `random` are 16 fresh random bytes. */
export function mintId(now: number, random: Uint8Array): string {
  return v7({ msecs: now, random });
}

/** A UUIDv5 of parts that name one thing, under a namespace of our own. */
export function deriveId(...parts: readonly (string | number)[]): string {
  return v5(parts.join("\n"), NAMESPACE);
}

/**
 * A UUIDv8 that begins with an instant as a UUIDv7 does, and is derived from parts for the rest: all that belongs to one
 * instant lies together in the order of ids, evenly spread, and work that is done twice meets itself.
 */
export function deriveIdAt(at: number, ...parts: readonly (string | number)[]): string {
  const time = idFloor(at).slice(0, 13);
  const rest = deriveId(...parts);
  return `${time}-8${rest.slice(15)}`;
}

const NAMESPACE = "6f5c2d0e-3b0a-5f6e-9c55-0d6f6f2f7a11";

/** A digest as a UUIDv8 (RFC 9562): its first 16 bytes with version and variant set. */
export function uuidFromDigest(digest: Uint8Array): string {
  const bytes = digest.slice(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return stringify(bytes);
}

/** The smallest UUIDv7 of an instant: a bound for reading a table in the order of time. */
export function idFloor(at: number): string {
  const hex = Math.max(0, Math.floor(at)).toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}
