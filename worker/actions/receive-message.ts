// A person wrote to us: their object decides; what it lacks is read from D1 and it is asked again.
import type { Offer, Outgoing } from "#core/contact/memory";
import type { StrayRecord } from "#core/record";
import { readEnrolment, readStart } from "../db/offer.ts";
import { within } from "../deadline.ts";
import { describeError } from "../log.ts";
import type { Services } from "../services.ts";
import type { InboundMessage } from "../twilio/inbound-form.ts";

/** A turn asks at most for its start, for a keyword, and for a few flows it enrols into. */
const ASKED_MAX = 8;
/** Twilio waits 15 seconds for our answer and nobody writes back to a person who waited that long. */
const D1_LIMIT_MS = 3_000;

export interface Answered {
  readonly addressId: string;
  readonly messages: readonly Outgoing[];
}

export async function receiveMessage(
  services: Services,
  { address, inbound }: InboundMessage,
): Promise<Answered> {
  const now = services.clock.now();
  const addressId = await services.identity.idOf(address);
  if (address.kind !== "phone" && address.kind !== "whatsapp-user") {
    // Nobody we could ever answer: kept for a person to see.
    const from = "value" in address ? address.value : "";
    const stray: StrayRecord = {
      kind: "stray",
      id: inbound.id,
      from,
      to: inbound.to,
      text: inbound.text,
      at: now,
    };
    await services.records.send(stray);
    return { addressId, messages: [] };
  }
  const contact = services.contact(addressId);
  let offer: Offer | null = null;
  for (let asked = 0; asked < ASKED_MAX; asked += 1) {
    const answer = await contact.receive({ address, inbound, offer, now });
    if (answer.kind === "answer") return { addressId, messages: answer.messages };
    offer = await read(
      services,
      addressId,
      inbound,
      offer,
      answer.need.kind === "enrol" ? answer.need.flow : null,
    );
  }
  throw new Error("a turn asked for more flows than one turn may start");
}

/** D1 being away, or slow, is no reason not to answer: the object then does what it can without it. */
async function read(
  services: Services,
  addressId: string,
  inbound: InboundMessage["inbound"],
  before: Offer | null,
  enrolment: string | null,
): Promise<Offer> {
  try {
    const offer =
      before?.kind === "start"
        ? before
        : await within(D1_LIMIT_MS, readStart(services.d1, addressId, inbound));
    if (enrolment === null || offer.enrolments === "later") return offer;
    const flow = await within(D1_LIMIT_MS, readEnrolment(services.d1, enrolment));
    return { ...offer, enrolments: { ...offer.enrolments, [enrolment]: flow } };
  } catch (error) {
    services.log.error("d1-unavailable", { during: "receive", error: describeError(error) });
    return { kind: "unavailable" };
  }
}
