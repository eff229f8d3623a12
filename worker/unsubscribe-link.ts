// The address by which one person ends one digest. It opens nothing else, and proves itself.
import type { Services } from "./services.ts";
import { isSame } from "./same.ts";

const SECRET = /^(?<id>[0-9a-f-]{36})-(?<proof>[0-9a-f]{32})$/;

export async function linkToUnsubscribe(
  { identity, settings }: Pick<Services, "identity" | "settings">,
  id: string,
): Promise<string> {
  return `${settings.PUBLIC_URL}/calendar/unsubscribe/${id}-${await identity.seal("unsubscribe", id)}`;
}

/** Which digest it ends; null for what we did not make. */
export async function readUnsubscribeLink(
  { identity }: Pick<Services, "identity">,
  secret: string,
): Promise<string | null> {
  const { id, proof } = SECRET.exec(secret)?.groups ?? {};
  if (id === undefined || proof === undefined) return null;
  return (await isSame(proof, await identity.seal("unsubscribe", id))) ? id : null;
}
