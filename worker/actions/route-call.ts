// Somebody calls: their group's plan is read once, its object decides, and whoever is to be rung is held for this call alone.
import { TALK_MS_MAX } from "#core/helpline/ending";
import { languageOfNumber } from "#core/helpline/number-language";
import { pinPlan } from "#core/helpline/pin";
import { apologise, refuseNumber } from "#core/helpline/route";
import type { Script } from "#core/helpline/script";
import type { Arrival, Pinned } from "#core/helpline/state";
import { deriveId } from "#core/id";
import { parseAddress } from "#core/phone";
import { readHelplinePlan } from "../db/helpline-plan.ts";
import { within } from "../deadline.ts";
import { describeError } from "../log.ts";
import type { Services } from "../services.ts";
import { hold, holdForCall } from "./hold-for-call.ts";
import { noteNumber } from "./which-helpline.ts";

/** Somebody is on the line, and Twilio gives up after fifteen seconds: by then they are asked for a message at least. */
export const ANSWER_LIMIT_MS = 10_000;
const D1_LIMIT_MS = 3_000;
const SHOW_LIMIT_MS = 2_000;

export interface Incoming {
  readonly sid: string;
  readonly from: string;
  readonly to: string;
}

export interface Routed {
  /** Null where no group has the number, or it could not be found out. */
  readonly helplineId: string | null;
  readonly script: Script;
}

/** What a caller hears first. Never silence: whatever fails on our side, they can leave a message. */
export async function routeCall(services: Services, incoming: Incoming): Promise<Routed> {
  let helplineId: string | null = null;
  let language = languageOfNumber(incoming.to);
  const route = async (): Promise<Script> => {
    const now = services.clock.now();
    const arrival = await toArrival(services, incoming);
    const pinned = await pinCall(services, arrival, now);
    if (pinned === null) return refuse(services, incoming, language);
    ({ helplineId } = pinned);
    ({ language } = pinned.config);
    noteNumber(arrival.number, helplineId);
    const [script] = await Promise.all([
      services.helpline(helplineId).begin({ arrival, pinned, now }),
      holdCaller(services, arrival, pinned, now),
    ]);
    return holdForCall(services, helplineId, arrival.sid, script, now);
  };
  try {
    const script = await within(ANSWER_LIMIT_MS, route());
    return { helplineId, script };
  } catch (error) {
    services.log.error("call-not-routed", { sid: incoming.sid, helplineId, error: describeError(error) });
    // Nobody may leave a message: the staff should know that there was a call.
    if (helplineId === null) await show(services, incoming, "while we could not tell whose it is");
    return { helplineId, script: apologise(language) };
  }
}

/** Who calls whom. A number that could be anybody's is nobody's. */
export async function toArrival({ identity }: Services, { sid, from, to }: Incoming): Promise<Arrival> {
  const address = parseAddress(from);
  if (address.kind !== "phone") return { sid, number: to, addressId: null, address: { kind: "nobody" } };
  return { sid, number: to, addressId: await identity.idOf(address), address };
}

/** The plan of the number's group as it is now, in one query; null for a number no group has. */
export async function pinCall(
  services: Services,
  { number, addressId }: Arrival,
  now: number,
): Promise<Pinned | null> {
  const query = { number, callerAddressId: addressId, now };
  const plan = await within(D1_LIMIT_MS, readHelplinePlan(services.d1, query));
  return plan === null ? null : pinPlan(plan, addressId, now);
}

/** A volunteer who calls a line is not rung by another meanwhile. */
async function holdCaller(
  services: Services,
  { sid, addressId }: Arrival,
  { isVolunteer }: Pinned,
  now: number,
): Promise<void> {
  if (!isVolunteer || addressId === null) return;
  await hold(services, sid, { addressId, until: now + TALK_MS_MAX }, now);
}

/** A number that no group has: said politely, and shown to the staff, who may have mistyped it. */
async function refuse(services: Services, incoming: Incoming, language: string): Promise<Script> {
  await show(services, incoming, "which no helpline has");
  return refuseNumber(language);
}

/** A call that is no group's waits for a person to see it; the same call once. The caller is answered though it cannot be kept. */
async function show(
  { records, clock, log }: Services,
  { sid, from, to }: Incoming,
  why: string,
): Promise<void> {
  const text = `called ${to}, ${why}.`;
  const stray = { kind: "stray", id: deriveId("stray-call", sid), from, to, text, at: clock.now() } as const;
  try {
    await within(SHOW_LIMIT_MS, records.send(stray));
  } catch (error) {
    log.error("stray-call-not-shown", { sid, error: describeError(error) });
  }
}
