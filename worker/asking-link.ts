// The address of the page on which one question to a volunteer is answered. It opens that question only, and proves itself.
import type { Services } from "./services.ts";
import { isSame } from "./same.ts";

const SECRET = /^(?<id>[0-9a-f-]{36})-(?<proof>[0-9a-f]{32})$/;

export async function linkToAsking(
  { identity, settings }: Pick<Services, "identity" | "settings">,
  id: string,
): Promise<string> {
  return `${settings.PUBLIC_URL}/calendar/shift/${id}-${await identity.seal("asking", id)}`;
}

/** Which question it opens; null for what we did not make. */
export async function readAskingLink(
  { identity }: Pick<Services, "identity">,
  secret: string,
): Promise<string | null> {
  const { id, proof } = SECRET.exec(secret)?.groups ?? {};
  if (id === undefined || proof === undefined) return null;
  return (await isSame(proof, await identity.seal("asking", id))) ? id : null;
}
