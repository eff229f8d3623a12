// The number and the words of an erased person, in the objects of the groups they called lately.
import type { Services } from "../services.ts";

/** Forgets the calls an address made up to an instant, epoch milliseconds. Twice does no harm. */
export async function forgetCalls(
  { d1, helpline }: Pick<Services, "d1" | "helpline">,
  addressId: string,
  until: number,
): Promise<void> {
  const { results } = await d1
    .prepare("SELECT DISTINCT helpline_id AS id FROM calls WHERE address_id = ?")
    .bind(addressId)
    .all<{ id: string }>();
  for (const { id } of results) await helpline(id).forget({ addressId, until });
}
