// A visitor opened a chat page: their object learns its line and flow, and the flow begins.
import { readChat } from "../db/offer.ts";
import type { Services } from "../services.ts";

/** `isBack`: the page only lost its connection. Null when no chat line has this slug, or its flow is not published. */
export async function openChat(
  services: Services,
  visitor: string,
  slug: string,
  isBack: boolean,
): Promise<{ addressId: string; lineId: string } | null> {
  const address = { kind: "visitor", value: `visitor:${visitor}` } as const;
  const addressId = await services.identity.idOf(address);
  const found = await readChat(services.d1, addressId, slug);
  if (found === null) return null;
  const { line, flow, profile } = found;
  const request = { id: services.mint(), line, profile, flow, source: "inbound", isBack };
  await services.contact(addressId).openChat({ address, request, now: services.clock.now() });
  return { addressId, lineId: line.id };
}
