// A token for a script or a colleague: shown once, kept as a hash.
import type { Scopes } from "#core/area";
import type { Actor, Role } from "../actor.ts";
import type { TokenRow } from "../db/tokens.ts";
import { tokens } from "../db/schema/index.ts";
import { hashOf, makeSecret } from "../same.ts";
import type { Services } from "../services.ts";
import { writeAs } from "./write-as.ts";

/** Lets scanners for leaked secrets know what it is. */
const PREFIX = "partyline_";

/** Held to `scopes`, or to none where null. The token itself is returned here and nowhere else. It ends at `expiresAt` (epoch milliseconds), or when it is revoked. */
export async function createToken(
  services: Services,
  actor: Actor,
  {
    name,
    role,
    scopes,
    expiresAt,
  }: {
    readonly name: string;
    readonly role: Role;
    readonly scopes: Scopes | null;
    readonly expiresAt: number | null;
  },
): Promise<TokenRow & { readonly token: string }> {
  const { db, clock, mint } = services;
  const token = PREFIX + makeSecret();
  const row: TokenRow = {
    id: mint(),
    name,
    role,
    createdAt: clock.now(),
    createdBy: actor.id,
    lastUsedAt: null,
    revokedAt: null,
    expiresAt,
    scopes,
  };
  const write = db.insert(tokens).values({ ...row, hash: await hashOf(token) });
  await writeAs(
    services,
    actor,
    {
      action: "token.create",
      subject: { kind: "token", id: row.id },
      detail: { role, ...(scopes !== null && { scopes }) },
    },
    write,
  );
  return { ...row, token };
}
