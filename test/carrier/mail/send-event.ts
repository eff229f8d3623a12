// An event on its way to the product: signed, tried again by Svix's schedule, and everything that can happen to it there.
import { pause } from "../clock.ts";
import type { Outcome } from "../network/call-product.ts";
import { eventPayload, type MailEvent } from "./events.ts";
import type { EventFault } from "./faults.ts";
import { mintText } from "./ids.ts";
import type { Mail } from "./mail.ts";
import type { Office } from "./office.ts";
import { signSvix } from "./svix.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Resend's documentation: each period begins with the failure before it. */
const RETRIES_MS = [
  5_000,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  5 * HOUR_MS,
  10 * HOUR_MS,
  10 * HOUR_MS,
];
const TIMEOUT_MS = 15_000;

interface Delivery {
  readonly mail: Mail;
  readonly type: string;
  readonly eventId: string;
  readonly body: string;
  /** What the first attempt is signed with; any other is signed rightly. */
  readonly forgedSecret: string | null;
}

/** Tells the product; resolves when the first attempt is over, or when it was put off. */
export async function sendEvent(office: Office, mail: Mail, event: MailEvent): Promise<void> {
  const fault = office.faults.events.take();
  if (fault?.kind === "dropped") {
    office.log.add({ kind: "event-dropped", id: mail.id, type: event.kind });
    return;
  }
  const delivery: Delivery = {
    mail,
    type: event.kind,
    eventId: `msg_${mintText(office.random, 27)}`,
    body: JSON.stringify(eventPayload(mail, event, office.clock.now())),
    forgedSecret: fault?.kind === "forged" ? fault.secret : null,
  };
  await underFault(office, delivery, fault);
}

async function underFault(office: Office, delivery: Delivery, fault: EventFault | undefined): Promise<void> {
  switch (fault?.kind) {
    case undefined:
    case "forged":
    case "dropped":
      return attempt(office, delivery, 0);
    case "repeated":
      for (let count = 0; count < fault.times; count += 1) await attempt(office, delivery, 0);
      return;
    case "late":
      // Whatever follows does not wait for it.
      void office.outstanding.track(pause(fault.delayMs).then(() => attempt(office, delivery, 0)));
      return;
    case "held":
      office.faults.heldEvents.keep(() => void office.outstanding.track(attempt(office, delivery, 0)));
      return;
    default:
      fault satisfies never;
  }
}

async function attempt(office: Office, delivery: Delivery, count: number): Promise<void> {
  const { mail, type, eventId } = delivery;
  const outcome = await post(office, delivery);
  office.log.add({ kind: "event", id: mail.id, type, eventId, attempt: count, outcome });
  if (outcome.kind === "answered" && outcome.status >= 200 && outcome.status < 300) return;
  const waitMs = RETRIES_MS[count];
  if (waitMs === undefined) return;
  office.agenda.add(office.clock.now() + waitMs, () => {
    void office.outstanding.track(attempt(office, { ...delivery, forgedSecret: null }, count + 1));
  });
}

async function post(office: Office, { eventId, body, forgedSecret }: Delivery): Promise<Outcome> {
  const secret = forgedSecret ?? office.options.webhookSecret;
  const timestampS = Math.floor(office.clock.now() / 1_000);
  const request = new Request(office.productUrl + (office.options.webhookPath ?? "/webhooks/resend"), {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "user-agent": "Svix-Webhooks/1.62.0 (sender-9YMgn; +https://www.svix.com/http-sender/)",
      "svix-id": eventId,
      "svix-timestamp": String(timestampS),
      "svix-signature": signSvix(secret, eventId, timestampS, body),
    },
    body,
    redirect: "manual",
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  try {
    const response = await office.deliver(request);
    const contentType = response.headers.get("content-type") ?? "";
    return { kind: "answered", status: response.status, contentType, body: await response.text() };
  } catch (error) {
    if (error instanceof Error && error.name === "TimeoutError") return { kind: "timed-out" };
    return { kind: "no-connection", reason: error instanceof Error ? error.message : String(error) };
  }
}
