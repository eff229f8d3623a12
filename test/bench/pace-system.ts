// The built product with real queues and alarms, the carrier in this process, and a hundred thousand people in its database.
import { existsSync } from "node:fs";
import { createTestHarness } from "wrangler";
import { ROOT } from "../../worker/cli/checkout.ts";
import { TEST_SECRETS } from "../fixtures/secrets.ts";
import { seeded } from "../system/seeded.ts";
import { makeMailSettings } from "../system/mail-settings.ts";
import { createSystem } from "../system/system.ts";
import type { System } from "../system/system.ts";

const LINE = "http://localhost";
const CARRIER = "https://carrier.test";
/**
 * Where its objects and database are kept, if there is such a place: in memory. workerd waits for the disk at every commit of
 * every object, on the one thread that all of them share here; at Cloudflare neither is shared.
 */
const IN_MEMORY = "/dev/shm";
/** Rows a statement writes: D1 allows 30 s each. */
const AT_ONCE = 20_000;

export interface PaceSystem extends System {
  readonly stop: () => Promise<void>;
}

/** `groups` share the people evenly: each has the attribute `group` with its number. */
export async function startPaceSystem(people: number, groups: number): Promise<PaceSystem> {
  const mail = makeMailSettings(CARRIER);
  if (existsSync(IN_MEMORY)) process.env["TMPDIR"] = IN_MEMORY;
  const harness = createTestHarness({
    root: ROOT,
    workers: [
      {
        configPath: "wrangler.toml",
        vars: { PUBLIC_URL: LINE, TWILIO_API_URL: CARRIER, DEMO: "", ...mail },
        secrets: TEST_SECRETS,
      },
    ],
  });
  const { url } = await harness.listen();
  const product = harness.getWorker();
  await product.applyD1Migrations("DB");
  const bindings = await product.getEnv();
  const DB = bindings["DB"] as D1;
  for (let from = 0; from < people; from += AT_ONCE)
    for (const query of inserts(from, Math.min(people, from + AT_ONCE), groups))
      await DB.prepare(query).run();

  const deliver = async (request: Request): Promise<Response> => {
    const answer = await product.fetch(request.url, {
      method: request.method,
      headers: Object.fromEntries(request.headers),
      body: request.body === null ? null : await request.text(),
      redirect: "manual",
    });
    const body = answer.body === null ? null : await answer.arrayBuffer();
    return new Response(body, { status: answer.status, headers: [...answer.headers] });
  };
  const system = createSystem(
    { publicUrl: LINE, socketUrl: `ws://${url.host}`, deliver, secrets: TEST_SECRETS, mail },
    seeded(people + groups),
  );
  const real = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const request = new Request(input, init);
    return request.url.startsWith(`${CARRIER}/`) ? system.carrier.fetch(request) : real(request);
  };
  return {
    ...system,
    stop: async () => {
      globalThis.fetch = real;
      await harness.close();
    },
  };
}

interface D1 {
  prepare: (query: string) => { run: () => Promise<unknown> };
}

function inserts(from: number, to: number, groups: number): readonly string[] {
  const each = `WITH RECURSIVE n(i) AS (SELECT ${from} UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ${to}),
    p AS (SELECT i, printf('%08x-0000-8000-8000-%012x', i * 2654435761 % 4294967296, i) AS id FROM n)`;
  return [
    `INSERT INTO contacts (id, created_at) ${each} SELECT id, 0 FROM p`,
    `INSERT INTO addresses (id, contact_id, kind, value)
     ${each} SELECT id, id, 'phone', '+1212' || printf('%07d', 2000000 + i) FROM p`,
    `INSERT INTO permissions (address_id, channel, granted_at) ${each} SELECT id, '*', 1 FROM p`,
    `INSERT INTO attributes (contact_id, name, value, changed_at, source)
     ${each} SELECT id, 'group', i % ${groups}, 0, 'bench' FROM p`,
  ];
}
