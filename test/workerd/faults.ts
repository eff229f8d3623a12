// Every outside call of a verb, numbered; one of them fails before or after it was made, or the person's object is evicted there.
import { evictDurableObject } from "cloudflare:test";
import type { Services } from "../../worker/services.ts";

export interface Plan {
  /** The call that goes wrong, counted from 0; null to only count. */
  readonly site: number | null;
  readonly what: "fails-before" | "fails-after" | "evicted-before" | "evicted-after";
}

export class Fault extends Error {
  override name = "Fault";
}

/** Services whose calls are listed in `sites` and go wrong as planned. `evict` puts the object to sleep for good. */
export function withFault(
  services: Services,
  plan: Plan,
  evict: () => Promise<void>,
): { services: Services; sites: string[] } {
  const sites: string[] = [];
  const call = async <Result>(name: string, make: () => Promise<Result>): Promise<Result> => {
    const isHere = sites.push(name) - 1 === plan.site;
    if (isHere && plan.what === "fails-before") throw new Fault(`before ${name}`);
    if (isHere && plan.what === "evicted-before") await evict();
    const result = await make();
    if (isHere && plan.what === "fails-after") throw new Fault(`after ${name}`);
    if (isHere && plan.what === "evicted-after") await evict();
    return result;
  };
  /** Every method of `target` becomes a numbered call. */
  const watch = <Target extends object>(name: string, target: Target): Target =>
    new Proxy(target, {
      get(_target, key) {
        const member: unknown = Reflect.get(target, key);
        if (typeof member !== "function" || typeof key !== "string") return member;
        return (...args: unknown[]) =>
          call(`${name}.${key}`, async () => Reflect.apply(member, target, args) as unknown);
      },
    });
  const originals = new WeakMap<object, object>();
  const remember = <Target extends object>(wrapped: Target, target: object): Target => {
    originals.set(wrapped, target);
    return wrapped;
  };
  const unwrap = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(unwrap);
    return (typeof value === "object" && value !== null && originals.get(value)) || value;
  };
  const watchD1 = (d1: D1Database): D1Database => {
    const statement = (inner: D1PreparedStatement): D1PreparedStatement => {
      const made = {
        bind: (...values: unknown[]) => statement(inner.bind(...values)),
        first: () => call("d1.first", () => inner.first()),
        all: () => call("d1.all", () => inner.all()),
        run: () => call("d1.run", () => inner.run()),
        raw: () => call("d1.raw", () => inner.raw()),
      } as D1PreparedStatement;
      return remember(made, inner);
    };
    return {
      prepare: (query: string) => statement(d1.prepare(query)),
      batch: (statements: D1PreparedStatement[]) =>
        call("d1.batch", () => d1.batch(unwrap(statements) as D1PreparedStatement[])),
    } as D1Database;
  };
  return {
    sites,
    services: {
      ...services,
      d1: watchD1(services.d1),
      contact: (id) => watch("contact", services.contact(id)),
      records: watch("records", services.records),
      outbound: watch("outbound", services.outbound),
      twilio: watch("twilio", services.twilio),
      files: watch("files", services.files),
    },
  };
}

export async function evictIfAwake(stub: DurableObjectStub): Promise<void> {
  // An object that is not running cannot be evicted: it is asleep already.
  await evictDurableObject(stub).catch(() => undefined);
}
