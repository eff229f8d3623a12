// The voice webhook beside the message webhook, in the same runtime: five runs of both, and the ratio of their medians.
import { getExpectedTwilioSignature } from "twilio/lib/webhooks/webhooks.js";
import { HelplineConfig, VolunteerConfig } from "#core/helpline/helpline";
import { Shift } from "#core/rota/rota";
import { TEST_SECRETS } from "../fixtures/secrets.ts";
import { at, load, median } from "./load.ts";
import type { Part } from "./row.ts";
import { AT_ONCE, PEOPLE, prepareLine, RUNS, sendText } from "./webhook.ts";

/** Of each call: its beginning, and as many dials that end with nobody. */
const CALLS = 150;
const DIALS = 3;
/** As many texts as a run of calls has webhooks. */
const TEXTS = CALLS * (1 + DIALS);
const RATIO_MAX = 2;

/** What a call's first step took, and each of the others. Milliseconds. */
interface Taken {
  readonly first: number[];
  readonly further: number[];
}

export async function measureVoice(url: string): Promise<Part> {
  await prepareLine(url);
  await prepareGroups(url);
  const texts = (count: number) =>
    load(count, AT_ONCE, (index) => sendText(url, "/webhooks/twilio/messages", index));
  await texts(PEOPLE);
  await calls(url, AT_ONCE * 2);
  const runs: { message: number; first: number; further: number; all: number }[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const { p50Ms: message } = await texts(TEXTS);
    const { first, further } = await calls(url, CALLS);
    runs.push({ message, first: p50(first), further: p50(further), all: p50([...first, ...further]) });
  }
  const ratio = (of: "first" | "further" | "all") => median(runs.map((run) => run[of] / run.message));
  const ms = (of: keyof (typeof runs)[number]) => median(runs.map((run) => run[of])).toFixed(1);
  const how = "p50 to p50, median of five runs; 16 at once, this machine";
  const kept = ratio("all") <= RATIO_MAX;
  return {
    rows: [
      ["voice webhook / message webhook", `${ratio("all").toFixed(2)} x`, how],
      [
        "of a call's first step, of the others",
        `${ratio("first").toFixed(2)} x, ${ratio("further").toFixed(2)} x`,
        how,
      ],
      [
        "message, call's first step, other steps: p50",
        `${ms("message")}, ${ms("first")}, ${ms("further")} ms`,
        how,
      ],
      ["D1 queries of a call: first step, others", "1, 0", "asserted in `test/workerd/voice.test.ts`"],
    ],
    broken: kept ? [] : [`the voice webhook takes ${ratio("all").toFixed(2)} times as long as a message`],
  };
}

const p50 = (times: number[]) =>
  at(
    times.toSorted((a, b) => a - b),
    0.5,
  );

let serial = 0;

/** So many calls, each group taking one at a time. */
async function calls(url: string, count: number): Promise<Taken> {
  const taken: Taken = { first: [], further: [] };
  let next = 0;
  const run = async (group: number) => {
    for (let index = next++; index < count; index = next++) await call(url, group, taken);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, (_, group) => run(group)));
  return taken;
}

async function call(url: string, group: number, taken: Taken): Promise<void> {
  serial += 1;
  const form = {
    CallSid: `CA${serial.toString(16).padStart(32, "0")}`,
    AccountSid: TEST_SECRETS.TWILIO_ACCOUNT_SID,
    From: `+1202555${String(1000 + (serial % 9000))}`,
    To: numberOf(group),
    CallStatus: "in-progress",
  };
  let begun = performance.now();
  let twiml = await post(url, "/webhooks/twilio/voice", form);
  taken.first.push(performance.now() - begun);
  for (let dial = 0; dial < DIALS; dial += 1) {
    const [, action = ""] = /<Dial action="([^"#]*)/.exec(twiml) ?? [];
    const path = action.replaceAll("&amp;", "&").replace(url, "");
    begun = performance.now();
    twiml = await post(url, path, { ...form, DialCallStatus: "no-answer", DialBridged: "false" });
    taken.further.push(performance.now() - begun);
  }
  if (!twiml.includes("<Record ")) throw new Error(`a call came out elsewhere: ${twiml}`);
}

async function post(url: string, path: string, form: Record<string, string>): Promise<string> {
  const signature = getExpectedTwilioSignature(TEST_SECRETS.TWILIO_AUTH_TOKEN, url + path, form);
  const response = await fetch(url + path, {
    method: "POST",
    body: new URLSearchParams(form),
    headers: { "x-twilio-signature": signature },
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return response.text();
}

function numberOf(group: number): string {
  return `+1555001${String(1000 + group)}`;
}

function id(group: number, what: number): string {
  return `00000000-0000-4000-8000-${String(group * 1_000 + what).padStart(12, "0")}`;
}

/** A group for each call at once, with three volunteers on shift day and night among fifty shifts of the week. */
async function prepareGroups(url: string): Promise<void> {
  const statements = Array.from({ length: AT_ONCE }, (_, group) => {
    const helplineId = id(group, 0);
    const volunteers = Array.from({ length: DIALS }, (_person, place) => id(group, 1 + place));
    const config = HelplineConfig.parse({ name: "Bench", number: numberOf(group) });
    const shifts = Array.from({ length: 50 }, (_shift, place) =>
      Shift.parse({
        id: id(group, 100 + place),
        weekday: (place % 7) + 1,
        ...(place < 7
          ? { from: "00:00", to: "00:00", volunteers }
          : { from: "03:00", to: "04:00", volunteers: [] }),
      }),
    );
    return [
      {
        query: "INSERT INTO helplines (id, number, config, created_at, changed_at) VALUES (?, ?, ?, 0, 0)",
        bind: [helplineId, config.number, JSON.stringify(config)],
      },
      ...volunteers.flatMap((volunteerId, place) => {
        const phone = `+1555002${String(1000 + group * DIALS + place)}`;
        const volunteer = JSON.stringify(VolunteerConfig.parse({ name: "Volunteer", phone }));
        return [
          {
            query:
              "INSERT INTO volunteers (id, config, address_id, created_at, changed_at) VALUES (?, ?, ?, 0, 0)",
            bind: [volunteerId, volunteer, volunteerId],
          },
          {
            query: "INSERT INTO memberships (helpline_id, volunteer_id, created_at) VALUES (?, ?, 0)",
            bind: [helplineId, volunteerId],
          },
        ];
      }),
      ...shifts.map((shift) => ({
        query: "INSERT INTO shifts (helpline_id, id, body, changed_at) VALUES (?, ?, ?, 0)",
        bind: [helplineId, shift.id, JSON.stringify(shift)],
      })),
    ];
  }).flat();
  const response = await fetch(`${url}/bench/sql`, { method: "POST", body: JSON.stringify(statements) });
  if (!response.ok) throw new Error(`the bench could not be prepared: ${await response.text()}`);
}
