// One invocation of the Worker in a run: every outside call is a site where something may go wrong, the invocation's death included.
import { evictIfAwake, Fault, watchServices } from "../../workerd/faults.ts";
import type { Call, Caller } from "../../workerd/faults.ts";
import type { Services } from "../../../worker/services.ts";
import * as z from "zod";
import type { Door } from "./door.ts";
import type { World } from "./world.ts";

export type Ending<Result> =
  | { readonly kind: "done"; readonly result: Result }
  | { readonly kind: "failed"; readonly error: unknown }
  | { readonly kind: "killed" };

export interface Stage {
  readonly world: World;
  readonly services: Services;
  readonly door: Door;
  /** Lets the person at an address id, or at a number, text STOP. */
  readonly stop: (person: string) => Promise<void>;
}

/** Runs `work` as one invocation. One that was killed goes no further: whatever it awaits never comes. */
export async function invoke<Result>(
  stage: Stage,
  work: (services: Services) => Promise<Result>,
): Promise<Ending<Result>> {
  const life = new AbortController();
  const killed = new Promise<Ending<Result>>((resolve) => {
    life.signal.addEventListener("abort", () => resolve({ kind: "killed" }));
  });
  const call: Caller = async (made, make) => {
    const { stack = "" } = new Error();
    if (life.signal.aborted) return never();
    const { world, door } = stage;
    const here = world.sites.visit(made.name, stack, queryOf(made));
    const mishap = world.mishaps(here);
    const isPost = made.name.startsWith("twilio.");
    if (mishap === "killed-before") life.abort();
    if (mishap === "evicted-before") await evict(stage, made);
    if (mishap === "stopped-before") await stage.stop(personOf(made));
    if (mishap === "fails-before" && !isPost) throw new Fault(`before ${here.site}`);
    if (life.signal.aborted) return never();
    // The carrier's client never throws: it is the line to the carrier that breaks.
    if (isPost && (mishap === "fails-before" || mishap === "fails-after")) door.breakNext(mishap);
    const result = await world.busy(here.site, make);
    world.d1Rows.set(here.site, (world.d1Rows.get(here.site) ?? 0) + rowsWritten(result));
    if (mishap === "killed-after") life.abort();
    if (mishap === "evicted-after") await evict(stage, made);
    if (life.signal.aborted) return never();
    if (mishap === "fails-after" && !isPost) throw new Fault(`after ${here.site}`);
    return result;
  };
  const done = work(watchServices(stage.services, call)).then(
    (result): Ending<Result> => ({ kind: "done", result }),
    (error: unknown): Ending<Result> => ({ kind: "failed", error }),
  );
  return Promise.race([done, killed]);
}

/** What a query or a batch of them wrote in D1, as D1 bills it. */
function rowsWritten(result: unknown): number {
  const results: readonly unknown[] = Array.isArray(result) ? result : [result];
  return results.reduce<number>((sum, one) => sum + (Written.safeParse(one).data?.meta.rows_written ?? 0), 0);
}
const Written = z.object({ meta: z.object({ rows_written: z.number() }) });

function never(): Promise<never> {
  return new Promise(() => {});
}

function queryOf({ name, args }: Call): string {
  const [query] = args;
  return name.startsWith("d1.") && typeof query === "string" ? query : "";
}

function personOf({ object, args }: Call): string {
  const [first] = args;
  if (typeof first === "object" && first !== null && "to" in first) return String(first.to);
  return object?.name ?? "";
}

async function evict({ world }: Stage, { object }: Call): Promise<void> {
  if (object !== null) await world.busy("an eviction", () => evictIfAwake(object));
}
