// What an erased person wrote to helplines: in the groups' objects, and in the texts that it became.
import { emptyRelayed, listRelaying } from "../db/relays.ts";
import type { Services } from "../services.ts";

/** Of what was there at an instant (epoch milliseconds). */
export async function forgetRelayed(services: Services, addressId: string, until: number): Promise<void> {
  await emptyRelayed(services.d1, addressId, until);
  for (const id of await listRelaying(services.d1))
    await services.helpline(id).forgetCaller({ addressId, now: services.clock.now() });
}
