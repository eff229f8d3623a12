// The product's clock, read and moved for the page; the admin token stays on this side.
import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import type { Exchange } from "../exchange.ts";
import { stepThrough } from "../step-through.ts";
import { startDue } from "../submit.ts";
import type { ClockCommand, ClockReading } from "./wire.ts";

const Instant = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));
/** `{ "now": "2026-11-21T10:00:00Z", "nextDueAt": null }`. */
const Told = z.object({ now: Instant, nextDueAt: Instant.nullable().default(null) });

const CLOCK_PATH = "/api/v1/demo/clock";
const MORNING_HOUR = 9;
/** The product's records queue gathers for a second (wrangler.toml). */
const RECORDED_MS = 1_500;

/** What the product told of its clock, and who is due next. */
type Followed = ClockReading & { readonly nextDueAt: number | null };

/** The product's clock could not be moved; what is known of it instead. */
class NotMoved extends Error {
  override name = "NotMoved";
  readonly reading: ClockReading;

  constructor(reading: ClockReading) {
    super(reading.problem);
    this.reading = reading;
  }
}

/** Reads the product's clock and lets the carrier's follow it. */
export async function readClock(exchange: Exchange): Promise<ClockReading> {
  return toReading(await read(exchange));
}

/** Moves the product's clock on, and the carrier's with it, stopping wherever something comes due on the way. */
export async function moveClock(exchange: Exchange, command: ClockCommand): Promise<ClockReading> {
  const { adminToken } = exchange;
  if (adminToken === undefined)
    return toReading(lost(exchange, "The carrier was started without an admin token."));
  const advanceMs =
    "advanceMs" in command ? command.advanceMs : untilMorning(exchange.clock.now(), command.zone);
  // What was texted a moment ago is on its way to the product's record, which knows whom to wake: a person's pause.
  await new Promise((resolve) => setTimeout(resolve, RECORDED_MS));
  try {
    return toReading(
      await stepThrough(await read(exchange), advanceMs, (byMs) => jump(exchange, adminToken, byMs)),
    );
  } catch (error) {
    if (error instanceof NotMoved) return error.reading;
    throw error;
  }
}

/** The carrier first: what comes due reaches it before the product has answered. */
async function jump(exchange: Exchange, adminToken: string, byMs: number): Promise<Followed> {
  const headers = { ...authorize(adminToken), "content-type": "application/json" };
  const body = JSON.stringify({ advanceMs: byMs });
  exchange.clock.advance(byMs);
  const moved = await follow(
    exchange,
    new Request(exchange.productUrl + CLOCK_PATH, { method: "POST", headers, body }),
  );
  if (moved.problem !== undefined) {
    exchange.clock.advance(-byMs);
    throw new NotMoved({ ...toReading(moved), now: exchange.clock.now() });
  }
  // A ring is over after an hour's jump, and a recording's transcript has come.
  exchange.voice.timers.advance(byMs);
  // A product that answers the jump without its time is asked for it.
  return moved.following ? moved : read(exchange);
}

function read(exchange: Exchange): Promise<Followed> {
  const headers = exchange.adminToken === undefined ? {} : authorize(exchange.adminToken);
  return follow(exchange, new Request(exchange.productUrl + CLOCK_PATH, { headers }));
}

function toReading({ nextDueAt: _due, ...reading }: Followed): ClockReading {
  return reading;
}

function authorize(adminToken: string): { authorization: string } {
  return { authorization: `Bearer ${adminToken}` };
}

async function follow(exchange: Exchange, request: Request): Promise<Followed> {
  let response: Response;
  try {
    response = await exchange.deliver(request);
  } catch {
    return lost(exchange, "The product does not answer.");
  }
  if (!response.ok) return lost(exchange, `The product's clock answered ${response.status}.`);
  const told = Told.safeParse(parse(await response.text())).data;
  if (told === undefined) return { now: exchange.clock.now(), following: false, nextDueAt: null };
  exchange.clock.follow(told.now);
  startDue(exchange);
  return { ...told, following: true };
}

function lost(exchange: Exchange, problem: string): Followed {
  return { now: exchange.clock.now(), following: false, nextDueAt: null, problem };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
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
