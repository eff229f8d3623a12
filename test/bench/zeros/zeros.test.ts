// The four zeros: every outside call is found, and a run in which all of them go wrong loses, repeats and mistimes nothing.
import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { draw } from "./chance.ts";
import { add, toFigures, ZEROS } from "./figures.ts";
import type { Figures } from "./figures.ts";
import { NO_MISHAPS } from "./mishaps.ts";
import type { Mishap } from "./mishaps.ts";
import { mixedMishaps, mixedTrouble } from "./mixed.ts";
import { ALL_AWAKE_MS, NIGHTS, SETTLED_MS } from "./nights.ts";
import type { Night } from "./nights.ts";
import { play } from "./story.ts";
import type { Costs, Played } from "./story.ts";
import { trace } from "./trace.ts";

declare module "vitest" {
  interface TaskMeta {
    figures?: Figures;
    costs?: Costs;
    /** What went wrong, person by person. */
    traces?: readonly string[];
    sites?: readonly string[];
  }
}

const { ZEROS_PEOPLE, ZEROS_SEED, ZEROS_SITES } = env;
/** `npm test` plays it small; `npm run bench` says how large. */
const PEOPLE = Number(ZEROS_PEOPLE || 20);
const PLAYED = PEOPLE < 100 ? NIGHTS.slice(0, 1) : NIGHTS;
const SEED = Number(ZEROS_SEED || 7);
const RECIPIENTS_PER_SITE = 20;
const HOUR_MS = 3_600_000;
/** The row and its entry in the index of its person's messages; then handed over, sent, delivered. */
const D1_ROWS_PER_MESSAGE_MAX = 5;
/** Without one of these a run has not seen what a campaign does. */
const CALLS = [
  "contact.claimOffered",
  "contact.complete",
  "twilio.send",
  "sender.reserve",
  "sender.report",
  "d1.batch in worker/db/freeze.ts",
  "records.sendBatch in durable-objects",
  "pump.sendBatch in durable-objects",
  "work.send",
];

function tracesOf({ counted, evidence }: Played): readonly string[] {
  return (["lost", "repeated", "afterHours", "afterStop"] as const).flatMap((name) =>
    counted[name].map((person) => `${name}:\n${trace(evidence, person)}`),
  );
}

async function playMixed({ name, launchAt }: Night, people: number): Promise<Played> {
  const calmAt = launchAt + ALL_AWAKE_MS;
  const seed = SEED + name.length;
  return play({
    people,
    seed,
    launchAt,
    calmAt,
    endAt: calmAt + SETTLED_MS,
    mishaps: mixedMishaps(seed, launchAt),
    trouble: mixedTrouble(seed, launchAt, calmAt),
  });
}

test(
  "everything goes wrong at once, in a night in which clocks change",
  { timeout: 3_600_000 },
  async ({ task }) => {
    const played: Played[] = [];
    for (const night of PLAYED) played.push(await playMixed(night, Math.ceil(PEOPLE / PLAYED.length)));
    const figures = played
      .map(({ evidence, counted }) => toFigures(evidence.people.length, counted))
      .reduce(add);
    Object.assign(task.meta, { figures, traces: played.flatMap(tracesOf) });
    expect(figures, played.flatMap(tracesOf).join("\n")).toMatchObject({
      ...ZEROS,
      unknown: figures.ambiguous - figures.settled,
    });
    expect(figures.reached).toBeGreaterThan(PEOPLE / 2);
  },
);

describe.runIf(ZEROS_SITES === "all")("every outside call fails, one at a time", () => {
  test("before and after, in a run of 20 recipients", { timeout: 3_600_000 }, async ({ task }) => {
    const launchAt = Date.UTC(2050, 2, 13, 14);
    const once = (site: string, what: Mishap, nth: number) =>
      play({
        people: RECIPIENTS_PER_SITE,
        seed: SEED,
        zones: ["America/New_York", "America/Los_Angeles"],
        launchAt,
        calmAt: launchAt + HOUR_MS,
        endAt: launchAt + 2 * HOUR_MS,
        mishaps: (here) => (here.site === site && here.nth === nth ? what : null),
      });
    const sites = new Map((await once("", "fails-before", 0)).sites.all());
    const failures: string[] = [];
    // Where something went wrong other sites are reached: they are found on the way, and fail in their turn.
    for (const [site, times] of sites) {
      console.log(site);
      for (const what of ["fails-before", "fails-after"] as const) {
        const played = await once(site, what, Math.floor(draw(SEED, site, what) * times));
        for (const [found, often] of played.sites.all()) if (!sites.has(found)) sites.set(found, often);
        failures.push(...tracesOf(played).map((text) => `${site} ${what}: ${text}`));
      }
    }
    Object.assign(task.meta, { sites: [...sites.keys()], traces: failures });
    expect(failures).toEqual([]);
  });
});

/** Everybody awake, nothing wrong. */
function playCalm(people: number): Promise<Played> {
  const launchAt = Date.UTC(2050, 2, 13, 15);
  return play({
    people,
    seed: SEED,
    zones: ["America/New_York"],
    launchAt,
    calmAt: launchAt,
    endAt: launchAt + HOUR_MS / 2,
    mishaps: NO_MISHAPS,
  });
}

test(
  "nothing goes wrong: everybody is reached, from every site there is, for five rows of D1 each",
  { timeout: 120_000 },
  async ({ task }) => {
    const [few, many] = [await playCalm(5), await playCalm(5 + RECIPIENTS_PER_SITE)];
    const sites = many.sites.all().map(([site, times]) => `${times} x ${site}`);
    const each = (of: keyof Costs) => (many.costs[of] - few.costs[of]) / RECIPIENTS_PER_SITE;
    const costs = { d1Rows: each("d1Rows"), objectRows: each("objectRows"), letters: each("letters") };
    Object.assign(task.meta, { costs });
    const reached = 5 + RECIPIENTS_PER_SITE;
    expect(toFigures(reached, many.counted)).toMatchObject({ ...ZEROS, reached, ambiguous: 0 });
    expect(costs.d1Rows).toBeLessThanOrEqual(D1_ROWS_PER_MESSAGE_MAX);
    for (const call of CALLS) expect(sites.join("\n")).toContain(call);
  },
);
