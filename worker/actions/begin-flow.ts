// We begin a flow with someone: by API, by an enrolment, by a campaign.
import type { Address } from "#core/phone";
import type { StartAnswer } from "../../durable-objects/contact/index.ts";
import { readBeginning } from "../db/offer.ts";
import { notFound } from "../errors.ts";
import type { Services } from "../services.ts";

export interface Beginning {
  /** The same id twice begins it once. */
  readonly id: string;
  readonly addressId: string;
  /** null when only the id is known: the object knows the rest. */
  readonly address: Address | null;
  readonly lineId: string;
  /** Id or slug. */
  readonly flow: string;
  readonly source: string;
}

/** Throws `not_found` for a line or a published flow that does not exist. */
export async function beginFlow(services: Services, beginning: Beginning): Promise<StartAnswer> {
  const { id, addressId, address, lineId, source } = beginning;
  const { line, flow, profile } = await readBeginning(services.d1, addressId, lineId, beginning.flow);
  if (line === null) throw notFound("line", lineId);
  if (flow === null) throw notFound("published flow", beginning.flow);
  return services.contact(addressId).start({
    address: address ?? { kind: "nobody" },
    request: { id, line, profile, flow, source },
    now: services.clock.now(),
  });
}
