// One run from launch to the last word: a campaign, what goes wrong on the way, and what it came to.
import { applyD1Migrations, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { toCarrierLine } from "../../system/carrier-line.ts";
import { draftCampaign, launchCampaign, LINE, statesOf } from "./by-campaign.ts";
import { count } from "./count.ts";
import type { Counted, Evidence } from "./count.ts";
import type { Mishaps } from "./mishaps.ts";
import { keepPeople, makePeople } from "./people.ts";
import type { Person } from "./people.ts";
import { Run } from "./run.ts";
import type { Sites } from "./sites.ts";

export interface Story {
  readonly people: number;
  readonly seed: number;
  /** Where they live; seven zones around the world where absent. */
  readonly zones?: readonly string[];
  /** Epoch milliseconds. */
  readonly launchAt: number;
  /** Until then things go wrong; afterwards the world is kind again. */
  readonly calmAt: number;
  readonly endAt: number;
  readonly mishaps: Mishaps;
  /** More that happens: storms, people who text STOP, deliveries that come again. */
  readonly trouble?: (run: Run, people: readonly Person[]) => void;
}

export interface Played {
  readonly counted: Counted;
  readonly evidence: Evidence;
  readonly sites: Sites;
  /** What Cloudflare bills for. */
  readonly costs: Costs;
}

export interface Costs {
  readonly d1Rows: number;
  /** Of the people's objects. */
  readonly objectRows: number;
  /** Messages sent to queues. */
  readonly letters: number;
}

export async function play(story: Story): Promise<Played> {
  await reset();
  await applyD1Migrations(env.DB, env.MIGRATIONS ?? []);
  const { seed, launchAt, calmAt, endAt, mishaps, trouble } = story;
  const line = toCarrierLine(LINE, env.PUBLIC_URL);
  const run = new Run({ start: launchAt - 60_000, seed, lines: line === null ? [] : [line] });
  try {
    const people = await makePeople(story.people, story.zones);
    await keepPeople(people, run.time.now());
    for (const { id, number } of people) run.numbers.set(id, number);
    const campaign = await draftCampaign(run);
    await run.until(launchAt);
    run.world.mishaps = (here) => (here.at < calmAt ? mishaps(here) : null);
    trouble?.(run, people);
    run.plan(launchAt, () => launchCampaign(run, campaign));
    await run.until(endAt);
    const { door, world } = run;
    const states = await statesOf(run, campaign);
    const evidence = { people, door, sightings: world.witness.sightings, states };
    const costs = {
      d1Rows: [...world.d1Rows.values()].reduce((sum, rows) => sum + rows, 0),
      objectRows: await objectRows(people),
      letters: world.queues.sent,
    };
    return { sites: world.sites, evidence, counted: count(evidence), costs };
  } finally {
    run.time.end();
  }
}

async function objectRows(people: readonly Person[]): Promise<number> {
  let rows = 0;
  for (const { id } of people) rows += await env.CONTACT.getByName(id).rowsWritten();
  return rows;
}
