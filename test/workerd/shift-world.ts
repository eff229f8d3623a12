// What tests of shifts share: a group in the evening before one, whose volunteers are asked.
import { env } from "cloudflare:workers";
import { nextEvening } from "#core/asking/evening";
import { lookAfterShifts } from "../../worker/actions/look-after-shifts.ts";
import { advanceDemoClock } from "../../worker/clock.ts";
import { openServices } from "../../worker/services.ts";
import { ok } from "./api-calls.ts";
import type { FakeCarrier } from "./carrier.ts";
import { freshPhone, newHelpline, newVolunteer } from "./helpline-world.ts";
import { ask, eventually, loopFlow, publish } from "./story.ts";

let serial = 0;

export const TEXTED = { remindBy: ["sms"], proof: "signed up at the desk" };

const tick = async () => lookAfterShifts(await openServices(env));

/** A group whose line is open day and night, with somebody on shift tomorrow afternoon. */
export async function makeEvening(
  carrier: FakeCarrier,
  people: readonly (readonly [name: string, more: object])[],
  onShift: readonly string[],
  more: object = {},
) {
  serial += 1;
  const number = freshPhone();
  const group = await newHelpline({
    name: `Group ${serial}`,
    number,
    zone: "Pacific/Auckland",
    coordinators: ["office@example.org"],
    ...more,
  });
  const keyword = `word${serial}`;
  await publish(keyword, loopFlow, keyword, { id: `line-${serial}`, address: number });
  const members: Record<string, { id: string; phone: string }> = {};
  for (const [name, how] of people) members[name] = await newVolunteer(name, [group.id], how);
  const { clock } = await openServices(env);
  const now = () => clock.now();
  const evening = nextEvening("Pacific/Auckland", "18:00", now());
  const volunteers = onShift.map((name) => members[name]?.id);
  const { id: shiftId } = await ok(`POST /v1/helplines/${group.id}/overrides`, {
    kind: "add",
    date: evening.date,
    from: "14:00",
    to: "16:00",
    volunteers,
  });
  /** Another one on the same day. */
  const addShift = (from: string, to: string) =>
    ok(`POST /v1/helplines/${group.id}/overrides`, { kind: "add", date: evening.date, from, to, volunteers });
  const jumpTo = async (at: number) => advanceDemoClock(env.DB, at - now());
  const phone = (name: string) => members[name]?.phone ?? "";
  return {
    id: String(group.id),
    number,
    keyword,
    shiftId: String(shiftId),
    evening,
    addShift,
    tick,
    phone,
    textsTo: (name: string) => carrier.posted.filter(({ to }) => to === phone(name)).map(({ body }) => body),
    text: (name: string, words: string) => ask(phone(name), words, { to: number }),
    jumpTo,
    nightfall: async () => {
      await jumpTo(evening.at + 1000);
      await tick();
    },
    askings: async (): Promise<{ name: string; kind: string; state: string; ways: object[]; id: string }[]> =>
      (await ok(`GET /v1/helplines/${group.id}/askings`)).data,
    on: async (): Promise<string[]> => {
      const { data } = await ok(`GET /v1/helplines/${group.id}/occurrences`);
      return data
        .filter((one: { date: string }) => one.date === evening.date)
        .flatMap((one: { people: { name: string }[] }) => one.people.map(({ name }) => name));
    },
    mails: async (kind: string) =>
      (
        await env.DB.prepare(
          "SELECT recipient, subject, body FROM emails WHERE kind = ? AND about_id IN (SELECT ?2 UNION SELECT volunteer_id FROM memberships WHERE helpline_id = ?2) ORDER BY recipient",
        )
          .bind(kind, group.id)
          .all<{ recipient: string; subject: string; body: string }>()
      ).results,
  };
}

export const texted = (texts: () => readonly string[], count: number) =>
  eventually(() => Promise.resolve(texts().length >= count ? texts() : null));
