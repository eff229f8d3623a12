// The whole system for an end-to-end test: the built Worker in workerd, real queues and alarms, and the carrier in this process.
import "../../worker/cli/quiet.ts";
import { createHmac } from "node:crypto";
import { dirname } from "node:path";
import { uuidFromDigest } from "#core/id";
import { canonical, parseAddress } from "#core/phone";
import { createTestHarness } from "wrangler";
import { buildStale } from "../../worker/cli/build/build-stale.ts";
import { WORKER } from "../../worker/cli/build/targets.ts";
import { ROOT } from "../../worker/cli/checkout.ts";
import { TEST_SECRETS } from "../fixtures/secrets.ts";
import { makeMailSettings } from "../system/mail-settings.ts";
import { createSystem, type System } from "../system/system.ts";
import { seeded } from "../system/seeded.ts";

export { eventually } from "../system/eventually.ts";

/** Loopback, since the demo's clock is refused elsewhere; without a port, since nothing is reached through one. */
const LINE = "http://localhost";
const CARRIER = "https://carrier.test";

export interface TestSystem extends System {
  /** Throws the person's object out of memory, as a deployment or a quiet minute would; sockets hibernate. */
  readonly evict: (number: string) => Promise<void>;
  /** What the Worker is bound to, for what no API does. */
  readonly bindings: () => Promise<Readonly<Record<string, unknown>>>;
  /** What the Worker logged since the start, for a failing test to print. */
  readonly logs: () => readonly string[];
  readonly stop: () => Promise<void>;
}

/** Starts it, migrated and empty, in about two seconds. Not twice at a time in one process. */
export async function startSystem(): Promise<TestSystem> {
  await buildStale();
  const mail = makeMailSettings(CARRIER);
  const harness = createTestHarness({
    root: ROOT,
    workers: [
      {
        configPath: "wrangler.toml",
        prebuiltWorkerDir: dirname(WORKER.built),
        vars: { PUBLIC_URL: LINE, TWILIO_API_URL: CARRIER, DEMO: "1", TIME_ZONE: "Europe/London", ...mail },
        secrets: TEST_SECRETS,
      },
    ],
  });
  const { url } = await harness.listen();
  const product = harness.getWorker();
  await product.applyD1Migrations("DB");

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
    seeded(20261121),
  );
  const takeBack = catchCarrierCalls(system.carrier.fetch);
  return {
    ...system,
    evict: (number) => product.evictDurableObject("Contact", { name: idOf(number), webSockets: "hibernate" }),
    bindings: () => product.getEnv(),
    logs: () => harness.getLogs().map(({ level, message }) => `${level} ${message}`),
    stop: async () => {
      await system.carrier.settled();
      takeBack();
      await harness.close();
    },
  };
}

/** What the Worker fetches passes through this process's own fetch: calls to the carrier's name are answered here. */
function catchCarrierCalls(answer: (request: Request) => Promise<Response>): () => void {
  const real = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const request = new Request(input, init);
    return request.url.startsWith(`${CARRIER}/`) ? answer(request) : real(request);
  };
  return () => {
    globalThis.fetch = real;
  };
}

/** The id of a number's object, worked out here as DESIGN has it: a keyed hash of the canonical address. */
function idOf(number: string): string {
  const digest = createHmac("sha256", TEST_SECRETS.IDENTITY_KEY)
    .update(canonical(parseAddress(number)))
    .digest();
  return uuidFromDigest(new Uint8Array(digest));
}
