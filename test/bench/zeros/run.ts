// A run of the whole product in time of its own: queues, alarms and cron are driven from here, one instant after the other.
import { runDurableObjectAlarm } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { Hono } from "hono";
import { runCron } from "../../../worker/cron/index.ts";
import { api } from "../../../worker/api/index.ts";
import type { AppEnv } from "../../../worker/app.ts";
import { openServices } from "../../../worker/services.ts";
import type { Services } from "../../../worker/services.ts";
import { webhooks } from "../../../worker/webhooks/index.ts";
import { createHandset } from "../../carrier/handset.ts";
import type { CarrierLine } from "../../carrier/line.ts";
import { TEST_SECRETS } from "../../fixtures/secrets.ts";
import { consumeBatch } from "./consume.ts";
import type { Redelivery } from "./consume.ts";
import { draw } from "./chance.ts";
import { Door } from "./door.ts";
import { invoke } from "./invoke.ts";
import type { Ending, Stage } from "./invoke.ts";
import type { Letter, QueueName } from "./queues.ts";
import { QUEUES } from "./queues.ts";
import { startTime } from "./time.ts";
import type { Time } from "./time.ts";
import { newWorld } from "./world.ts";
import type { Ring, World } from "./world.ts";

const MINUTE_MS = 60_000;
const CRON_MS = 5 * MINUTE_MS;
/** Of the run's time one minute never takes so many steps, unless something asks for itself again and again. */
const ROUNDS_MAX = 5_000;
/** Of real time, in which something that is at work shows a sign of it. */
const STUCK_MS = 20_000;

export interface RunOptions {
  readonly start: number;
  readonly seed: number;
  readonly lines: readonly CarrierLine[];
}

interface Planned {
  readonly at: number;
  readonly happen: () => unknown;
}

export class Run {
  readonly world: World = newWorld();
  readonly time: Time;
  readonly door: Door;
  readonly seed: number;
  redelivery: Redelivery = () => [];
  /** Whether this alarm is lost: Cloudflare gives up after six tries. */
  isAlarmLost: (ring: Ring) => boolean = () => false;
  /** The number behind an address id. */
  readonly numbers = new Map<string, string>();
  #stage: Stage | null = null;
  #agenda: Planned[] = [];
  readonly #consuming = new Map<Letter["queue"], number>();
  readonly #app = makeApp();

  constructor({ start, seed, lines }: RunOptions) {
    this.seed = seed;
    this.time = startTime(start);
    let serial = 0;
    this.door = new Door(this.world, {
      accountSid: TEST_SECRETS.TWILIO_ACCOUNT_SID,
      authToken: TEST_SECRETS.TWILIO_AUTH_TOKEN,
      apiKey: `SK${"0".repeat(32)}`,
      apiSecret: TEST_SECRETS.TWILIO_AUTH_TOKEN,
      productUrl: env.PUBLIC_URL,
      deliver: (request) => this.deliver(request),
      lines,
      random: () => draw(seed, "carrier", (serial += 1)),
    });
    const cron = (at: number) => {
      this.plan(at, () => {
        cron(at + CRON_MS);
        return this.invoke((services) => runCron(services, "*/5 * * * *"));
      });
    };
    cron(Math.ceil(start / CRON_MS) * CRON_MS);
  }

  async open(): Promise<Stage> {
    const { queues } = this.world;
    this.#stage ??= {
      world: this.world,
      door: this.door,
      stop: (person) => this.text(this.numbers.get(person) ?? person, "STOP"),
      services: {
        ...(await openServices(env)),
        log: SILENT,
        clock: { now: () => Date.now() },
        records: queues.producer("records"),
        outbound: queues.producer("outbound"),
        pump: queues.producer("pump"),
        work: queues.producer("work"),
      },
    };
    return this.#stage;
  }

  /** One invocation of the Worker. */
  async invoke<Result>(work: (services: Services) => Promise<Result>): Promise<Ending<Result>> {
    return invoke(await this.open(), work);
  }

  /** One request to the Worker; one whose invocation died breaks the connection. */
  async deliver(request: Request): Promise<Response> {
    const ending = await this.invoke(async (services) =>
      this.#app.fetch(
        request,
        { ...env, RUN: services },
        { waitUntil: () => {}, passThroughOnException: () => {}, props: {} },
      ),
    );
    if (ending.kind !== "done") throw new TypeError("connection lost");
    return ending.result;
  }

  /** A person texts a line; resolves when the carrier is done with it. */
  async text(number: string, body: string): Promise<void> {
    const [line] = this.door.exchange.lines;
    await createHandset(this.door.exchange, number).text(line?.address ?? "", body);
  }

  plan(at: number, happen: () => unknown): void {
    this.#agenda.push({ at, happen });
  }

  /** Plays everything that comes due until then. */
  async until(end: number): Promise<void> {
    await this.open();
    let minute = 0;
    let rounds = 0;
    for (;;) {
      rounds = Math.floor(Date.now() / MINUTE_MS) === minute ? rounds + 1 : 0;
      minute = Math.floor(Date.now() / MINUTE_MS);
      if (rounds > ROUNDS_MAX) throw this.#circles();
      this.#startDue();
      await this.#quiet();
      if (this.#hasDue()) continue;
      const next = this.#nextAt();
      if (next === null || next > end) return this.time.goTo(end);
      this.time.goTo(next);
    }
  }

  #nextAt(): number | null {
    const times = [
      this.time.nextAt(),
      this.world.queues.nextAt(),
      ...[...this.world.alarms.values()].map(({ at }) => at),
      ...this.#agenda.map(({ at }) => at),
    ].filter((at) => at !== null);
    // What is due and not begun waits for a consumer that is at work: only time brings that on.
    const later = times.filter((at) => at > Date.now());
    return later.length === 0 ? null : Math.min(...later);
  }

  #hasDue(): boolean {
    const now = Date.now();
    const isDue = ({ at }: { at: number }) => at <= now;
    if (this.#agenda.some(isDue) || [...this.world.alarms.values()].some(isDue)) return true;
    return (Object.keys(QUEUES) as QueueName[]).some(
      (queue) => (this.#consuming.get(queue) ?? 0) < QUEUES[queue].atOnce && this.world.queues.hasDue(queue),
    );
  }

  #startDue(): void {
    const now = Date.now();
    const due = this.#agenda.filter(({ at }) => at <= now);
    this.#agenda = this.#agenda.filter(({ at }) => at > now);
    for (const { happen } of due) void happen();
    for (const [key, ring] of this.world.alarms) {
      if (ring.at > now) continue;
      this.world.alarms.delete(key);
      if (!this.isAlarmLost(ring)) void this.world.busy(`the alarm of ${key}`, () => this.#ring(ring));
    }
    for (const queue of Object.keys(QUEUES) as QueueName[]) {
      this.#startBatches(queue, QUEUES[queue].batch, QUEUES[queue].atOnce);
      this.#startBatches(`${queue}-dead`, 20, 1);
    }
  }

  #startBatches(queue: Letter["queue"], most: number, atOnce: number): void {
    while ((this.#consuming.get(queue) ?? 0) < atOnce) {
      const letters = this.world.queues.take(queue, most);
      if (letters.length === 0 || this.#stage === null) return;
      this.#consuming.set(queue, (this.#consuming.get(queue) ?? 0) + 1);
      void consumeBatch(this.#stage, queue, letters, this.redelivery).finally(() => {
        this.world.stirs += 1;
        this.#consuming.set(queue, (this.#consuming.get(queue) ?? 0) - 1);
      });
    }
  }

  async #ring({ kind, name }: Ring): Promise<void> {
    const stub = kind === "contact" ? env.CONTACT.getByName(name) : env.SENDER.getByName(name);
    // An object that a fault tears down in its alarm has it rung again by the runtime.
    await runDurableObjectAlarm(stub).catch(() => {
      this.world.alarms.set(`${kind} ${name}`, { kind, name, at: Date.now() + 2_000 });
    });
  }

  /** Resolves when nothing is at work but what waits for time to pass. */
  async #quiet(): Promise<void> {
    for (;;) {
      const before = this.world.stirs;
      await within(STUCK_MS, this.door.exchange.outstanding.settled(), () => this.#stuck());
      const turned = async () => {
        for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
        while (this.world.inFlight.size > 0 && this.world.stirs === before)
          await new Promise((resolve) => setTimeout(resolve, 1));
      };
      await within(STUCK_MS, turned(), () => this.#stuck());
      if (this.world.inFlight.size === 0 && this.world.stirs === before) return;
    }
  }

  #circles(): Error {
    const most = this.world.sites.all().toSorted(([, a], [, b]) => b - a);
    const sites = most.slice(0, 10).map(([site, times]) => `${times} ${site}`);
    return new Error(`it goes in circles at ${new Date().toISOString()}:\n${sites.join("\n")}`);
  }

  #stuck(): Error {
    const names = [...this.world.inFlight].map(({ name }) => name);
    return new Error(`nothing moves any more; at work: ${names.join(", ") || "a webhook or callback"}`);
  }
}

/** Throws when the work is not done after so long in real time. */
async function within(limitMs: number, work: Promise<void>, problem: () => Error): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(problem()), limitMs);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    if (timer !== null) clearTimeout(timer);
  }
}

const SILENT: Services["log"] = { info: () => {}, warn: () => {}, error: () => {} };

type RunEnv = { Bindings: Env & { RUN: Services }; Variables: AppEnv["Variables"] };

function makeApp(): Hono<RunEnv> {
  const app = new Hono<RunEnv>();
  app.use(async (context, next) => {
    context.set("requestId", "run");
    context.set("services", context.env.RUN);
    await next();
  });
  app.route("/webhooks", webhooks);
  app.route("/api", api);
  app.onError((error, context) => context.text(String(error), 500));
  return app;
}
