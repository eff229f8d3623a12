// By which key the ids of a database were made, as a Worker leaves it there: `check` of `worker/identity.ts`.
import { createHmac } from "node:crypto";
import { uuidFromDigest } from "#core/id";

export function makeIdentityCheck(identityKey: string): string {
  return uuidFromDigest(
    new Uint8Array(createHmac("sha256", identityKey).update("partyline identity check").digest()),
  );
}

/** Reads the row it is kept in; null where no Worker ever answered. */
export function parseIdentityCheck(row: Readonly<Record<string, unknown>> | null | undefined): string | null {
  return row === null || row === undefined ? null : String(JSON.parse(String(row["value"])));
}

export const IDENTITY_CHECK = "SELECT value FROM settings WHERE name = 'identity.check'";
