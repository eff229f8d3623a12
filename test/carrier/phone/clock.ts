// The product's clock, read and moved for the page; the admin token stays on this side.
import { Temporal } from "temporal-polyfill";
import type { Exchange } from "../exchange.ts";
import { startDue } from "../submit.ts";
import type { ClockCommand, ClockReading } from "./wire.ts";

const CLOCK_PATH = "/api/v1/demo/clock";
const MORNING_HOUR = 9;
/** The product's records queue gathers for a second (wrangler.toml). */
const RECORDED_MS = 1_500;

/** Reads the product's clock and lets the carrier's follow it. */
export async function readClock(exchange: Exchange): Promise<ClockReading> {
  const headers = exchange.adminToken === undefined ? {} : authorize(exchange.adminToken);
  return follow(exchange, new Request(exchange.productUrl + CLOCK_PATH, { headers }));
}

/** Moves the product's clock on, and the carrier's with it. */
export async function moveClock(exchange: Exchange, command: ClockCommand): Promise<ClockReading> {
  if (exchange.adminToken === undefined)
    return lost(exchange, "The carrier was started without an admin token.");
  const advanceMs =
    "advanceMs" in command ? command.advanceMs : untilMorning(exchange.clock.now(), command.zone);
  // What was texted a moment ago is on its way to the product's record, which knows whom to wake: a person's pause.
  await new Promise((resolve) => setTimeout(resolve, RECORDED_MS));
  const headers = { ...authorize(exchange.adminToken), "content-type": "application/json" };
  const body = JSON.stringify({ advanceMs });
  const moved = await follow(
    exchange,
    new Request(exchange.productUrl + CLOCK_PATH, { method: "POST", headers, body }),
  );
  // A product that answers the jump without its time is asked for it.
  return moved.problem === undefined && !moved.following ? readClock(exchange) : moved;
}

function authorize(adminToken: string): { authorization: string } {
  return { authorization: `Bearer ${adminToken}` };
}

async function follow(exchange: Exchange, request: Request): Promise<ClockReading> {
  let response: Response;
  try {
    response = await exchange.deliver(request);
  } catch {
    return lost(exchange, "The product does not answer.");
  }
  if (!response.ok) return lost(exchange, `The product's clock answered ${response.status}.`);
  const now = readNow(await response.text());
  if (now === undefined) return { now: exchange.clock.now(), following: false };
  exchange.clock.follow(now);
  startDue(exchange);
  return { now, following: true };
}

function lost(exchange: Exchange, problem: string): ClockReading {
  return { now: exchange.clock.now(), following: false, problem };
}

/** `{ "now": "2026-11-21T10:00:00Z" }`. */
function readNow(text: string): number | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    const now = typeof parsed === "object" && parsed !== null && "now" in parsed ? parsed.now : undefined;
    const at = typeof now === "string" ? Date.parse(now) : Number.NaN;
    return Number.isNaN(at) ? undefined : at;
  } catch {
    return undefined;
  }
}

/** Milliseconds until it is next 09:00 in that zone. */
function untilMorning(now: number, zone: string): number {
  const here = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
  const today = here.withPlainTime({ hour: MORNING_HOUR });
  const next = Temporal.ZonedDateTime.compare(today, here) > 0 ? today : today.add({ days: 1 });
  return next.epochMilliseconds - now;
}
