// Fills a fresh demo by playing its people's days through the real webhooks.
import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import type { System } from "../../system/system.ts";
import { ZONE } from "../start.ts";
import { configure } from "./configure.ts";
import { SITTINGS, type Talk } from "./days.ts";
import { LINES } from "./lines.ts";
import { PEOPLE } from "./people.ts";

const MINUTE_MS = 60_000;
const MORNING = { hour: 10 };

const Messages = z.object({ data: z.array(z.unknown()) });

/** Makes what is missing; people write only where nobody has written yet. Returns whether they did. */
export async function seed(system: System): Promise<boolean> {
  await configure(system);
  for (const [number, name] of Object.values(PEOPLE)) system.handset(number, { name, zone: ZONE });
  const { data } = await system.api.get("/api/v1/messages?limit=1", Messages);
  if (data.length > 0) return false;

  await system.advance(untilMorning(await system.now()));
  for (const { afterMinutes, talks } of SITTINGS) {
    if (afterMinutes > 0) await system.advance(afterMinutes * MINUTE_MS);
    await Promise.all(talks.map((talk) => play(system, talk)));
  }
  await system.recorded();
  return true;
}

async function play(system: System, { who, on, says }: Talk): Promise<void> {
  const [number] = PEOPLE[who];
  const { channel, address } = LINES[on].config;
  const handset = system.handset(number);
  for (const words of says) {
    if (channel === "whatsapp") await handset.whatsapp(address, words);
    else await handset.text(address, words);
  }
}

/** Milliseconds to the next 10:00 where the people are: nothing depends on the hour the demo is first started at. */
export function untilMorning(now: number): number {
  const here = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(ZONE);
  const today = here.withPlainTime(MORNING);
  const next = Temporal.ZonedDateTime.compare(today, here) > 0 ? today : today.add({ days: 1 });
  return next.epochMilliseconds - now;
}
