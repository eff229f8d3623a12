// A token for a script or a colleague: shown once, kept as a hash.
import type { Actor, Role } from "../actor.ts";
import type { TokenRow } from "../db/tokens.ts";
import { tokens } from "../db/schema/index.ts";
import { hashOf } from "../same.ts";
import type { Services } from "../services.ts";
import { writeAs } from "./write-as.ts";

/** 256 bits: nobody guesses one, so a plain hash keeps it. */
const TOKEN_BYTES = 32;
/** Lets scanners for leaked secrets know what it is. */
const PREFIX = "partyline_";

/** The token itself is returned here and nowhere else. */
export async function createToken(
  services: Services,
  actor: Actor,
  name: string,
  role: Role,
): Promise<TokenRow & { readonly token: string }> {
  const { db, clock, mint } = services;
  const bytes = crypto.getRandomValues(new Uint8Array(TOKEN_BYTES));
  const token = PREFIX + Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const row: TokenRow = {
    id: mint(),
    name,
    role,
    createdAt: clock.now(),
    createdBy: actor.id,
    lastUsedAt: null,
    revokedAt: null,
  };
  const write = db.insert(tokens).values({ ...row, hash: await hashOf(token) });
  await writeAs(
    services,
    actor,
    { action: "token.create", subject: { kind: "token", id: row.id }, detail: { role } },
    write,
  );
  return { ...row, token };
}
