// Fills a fresh demo by playing its people's days through the real webhooks.
import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import type { System } from "../../system/system.ts";
import { ZONE } from "../start.ts";
import { playCalls } from "./calls.ts";
import { campaign } from "./campaigns.ts";
import { configure } from "./configure.ts";
import { CHAT, SITTINGS, type Talk } from "./days.ts";
import { makeOverrides } from "./helplines.ts";
import { LINES } from "./lines.ts";
import { PEOPLE, STRANGERS } from "./people.ts";

const MINUTE_MS = 60_000;
const MORNING = { hour: 10 };

const Messages = z.object({ data: z.array(z.unknown()) });

/** Makes what is missing; people write only where nobody has written yet. Returns whether they did. */
export async function seed(system: System): Promise<boolean> {
  await configure(system);
  for (const [number, name] of Object.values(PEOPLE)) system.handset(number, { name, zone: ZONE });
  const { data } = await system.api.get("/api/v1/messages?limit=1", Messages);
  if (data.length > 0) return false;

  await addContacts(system);
  await system.tick(untilMorning(await system.now()));
  for (const { afterMinutes, talks, calls } of SITTINGS) {
    if (afterMinutes > 0) await system.advance(afterMinutes * MINUTE_MS);
    await play(system, talks);
    if (calls === "come") await playCalls(system);
  }
  await makeOverrides(system);
  await chat(system);
  await campaign(system);
  await system.recorded();
  refuseComplaints(system);
  return true;
}

/** A text that the product failed to answer is no demo. */
function refuseComplaints({ carrier }: System): void {
  const first = carrier.log.entries.find((entry) => entry.kind === "debugger");
  if (first !== undefined)
    throw new Error(`the carrier complains: ${first.code} ${first.message} (${first.url ?? ""})`);
}

/** Who is in the organisers' address book already. */
async function addContacts({ api }: System): Promise<void> {
  const known = Object.entries(PEOPLE).filter(([person]) => !STRANGERS.has(person));
  await Promise.all(
    known.map(([, [number, name]]) =>
      api.send("POST", "/api/v1/contacts", { number, name, tags: ["neighbour"] }, z.unknown()),
    ),
  );
}

/** Everybody says a line a minute; each begins a minute after the one before. */
async function play(system: System, talks: readonly Talk[]): Promise<void> {
  const minutes = Math.max(...talks.map(({ says }, place) => place + says.length));
  for (let minute = 0; minute < minutes; minute += 1) {
    await Promise.all(talks.map((talk, place) => say(system, talk, talk.says[minute - place])));
    await system.tick(MINUTE_MS);
  }
}

async function say(system: System, { who, on }: Talk, words: string | undefined): Promise<void> {
  if (words === undefined) return;
  const { channel, address } = LINES[on].config;
  const handset = system.handset(PEOPLE[who][0]);
  await (channel === "whatsapp" ? handset.whatsapp(address, words) : handset.text(address, words));
}

/** Somebody on the website. */
async function chat(system: System): Promise<void> {
  const visitor = await system.visit("product-review");
  for (const words of CHAT) visitor.say(words);
  await visitor.expect("has been recorded");
  visitor.leave();
}

/** Milliseconds to the next 10:00 where the people are: nothing depends on the hour the demo is first started at. */
export function untilMorning(now: number): number {
  const here = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(ZONE);
  const today = here.withPlainTime(MORNING);
  const next = Temporal.ZonedDateTime.compare(today, here) > 0 ? today : today.add({ days: 1 });
  return next.epochMilliseconds - now;
}
