// Everything a run is played in, besides the product: the objects look it up, since the runtime makes them.
import type { Mishaps } from "./mishaps.ts";
import { NO_MISHAPS } from "./mishaps.ts";
import type { QueueName } from "./queues.ts";
import { QUEUES, Queues } from "./queues.ts";
import { Sites } from "./sites.ts";
import { Fault } from "../../workerd/faults.ts";
import { Witness } from "./witness.ts";

export type ObjectKind = "contact" | "sender";

export interface Ring {
  readonly kind: ObjectKind;
  readonly name: string;
  readonly at: number;
}

export class World {
  readonly queues = new Queues();
  readonly witness = new Witness();
  readonly sites = new Sites();
  /** By object: when its one alarm is set for. */
  readonly alarms = new Map<string, Ring>();
  mishaps: Mishaps = NO_MISHAPS;
  /** Rows written in D1, by site. */
  readonly d1Rows = new Map<string, number>();
  /** Counts calls begun and ended: while it moves, something is at work. */
  stirs = 0;
  /** The calls that have begun and not ended. */
  readonly inFlight = new Set<{ readonly name: string }>();

  async busy<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
    const entry = { name };
    this.stirs += 1;
    this.inFlight.add(entry);
    try {
      return await work();
    } finally {
      this.stirs += 1;
      this.inFlight.delete(entry);
    }
  }
}

let world = new World();

export const theWorld = (): World => world;

export function newWorld(): World {
  world = new World();
  return world;
}

/** An object's bindings in a run: its queues are the run's, each send a site like any other; its alarm is noted down. */
export function inRun<Bindings extends object>(
  kind: ObjectKind,
  ctx: DurableObjectState,
  bindings: Bindings,
): Bindings {
  const name = ctx.id.name ?? "";
  const { storage } = ctx;
  const setAlarm = storage.setAlarm.bind(storage);
  Object.defineProperty(storage, "setAlarm", {
    value: (at: number, options?: DurableObjectSetAlarmOptions) => {
      world.alarms.set(`${kind} ${name}`, { kind, name, at });
      return setAlarm(at, options);
    },
  });
  const names = Object.keys(QUEUES) as QueueName[];
  const queues = names.map((queue) => [queue.toUpperCase(), producerFor(queue, ctx)]);
  return { ...bindings, ...Object.fromEntries(queues) };
}

function producerFor(queue: QueueName, ctx: DurableObjectState): Pick<Queue, "send" | "sendBatch"> {
  const tell = async (how: "send" | "sendBatch", make: (producer: Queue) => Promise<unknown>) => {
    const here = world.sites.visit(`${queue}.${how}`, new Error().stack ?? "");
    const mishap = world.mishaps(here);
    if (mishap === "fails-before") throw new Fault(`before ${here.site}`);
    if (mishap === "killed-before") ctx.abort(here.site);
    // Not as work under way: an object that is torn down here never comes back to say that it is done.
    world.stirs += 1;
    await make(world.queues.producer(queue));
    if (mishap === "fails-after") throw new Fault(`after ${here.site}`);
    if (mishap === "killed-after") ctx.abort(here.site);
    return { metadata: { metrics: { backlogCount: 0, backlogBytes: 0 } } };
  };
  return {
    send: (body, options) => tell("send", (producer) => producer.send(body, options)),
    sendBatch: (messages, options) => tell("sendBatch", (producer) => producer.sendBatch(messages, options)),
  };
}
