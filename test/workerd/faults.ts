// Every outside call of a verb, numbered; one of them fails before or after it was made, or the person's object is evicted there.
import { evictDurableObject } from "cloudflare:test";
import { drizzle } from "drizzle-orm/d1";
import type { Services } from "../../worker/services.ts";

export interface Plan {
  /** The call that goes wrong, counted from 0; null to only count. */
  readonly site: number | null;
  readonly what: "fails-before" | "fails-after" | "evicted-before" | "evicted-after";
}

export class Fault extends Error {
  override name = "Fault";
}

export interface Call {
  /** Service and method, such as `contact.claim`. */
  readonly name: string;
  /** The object that is called, if it is one. */
  readonly object: DurableObjectStub | null;
  readonly args: readonly unknown[];
}

/** Makes an outside call, or lets something else happen in its place, before or after it. */
export type Caller = <Result>(call: Call, make: () => Promise<Result>) => Promise<Result>;

/** Services whose every outside call goes through `call`. */
export function watchServices(services: Services, call: Caller): Services {
  const d1 = watchD1(services.d1, call);
  const watch = <Target extends object>(
    name: string,
    target: Target,
    object: DurableObjectStub | null = null,
  ) => watchMethods(name, target, object, call);
  const contact: Services["contact"] = (id) => watch("contact", services.contact(id), services.contact(id));
  const sender: Services["sender"] = (id) => watch("sender", services.sender(id), services.sender(id));
  return {
    ...services,
    d1,
    db: drizzle(d1),
    contact,
    sender,
    helpline: (id) => watch("helpline", services.helpline(id), services.helpline(id)),
    records: watch("records", services.records),
    outbound: watch("outbound", services.outbound),
    pump: watch("pump", services.pump),
    work: watch("work", services.work),
    email: watch("email", services.email),
    resend: watch("resend", services.resend),
    twilio: watch("twilio", services.twilio),
    files: watch("files", services.files),
  };
}

/** Services whose calls are listed in `sites` and go wrong as planned. `evict` puts the object to sleep for good. */
export function withFault(
  services: Services,
  plan: Plan,
  evict: () => Promise<void>,
): { services: Services; sites: string[] } {
  const sites: string[] = [];
  const call: Caller = async ({ name }, make) => {
    const isHere = sites.push(name) - 1 === plan.site;
    if (isHere && plan.what === "fails-before") throw new Fault(`before ${name}`);
    if (isHere && plan.what === "evicted-before") await evict();
    const result = await make();
    if (isHere && plan.what === "fails-after") throw new Fault(`after ${name}`);
    if (isHere && plan.what === "evicted-after") await evict();
    return result;
  };
  return { sites, services: watchServices(services, call) };
}

export async function evictIfAwake(stub: DurableObjectStub): Promise<void> {
  // An object that is not running cannot be evicted: it is asleep already.
  await evictDurableObject(stub).catch(() => undefined);
}

/** Every method of `target` becomes a call. */
function watchMethods<Target extends object>(
  name: string,
  target: Target,
  object: DurableObjectStub | null,
  call: Caller,
): Target {
  return new Proxy(target, {
    get(_target, key) {
      const member: unknown = Reflect.get(target, key);
      if (typeof member !== "function" || typeof key !== "string") return member;
      return (...args: unknown[]) =>
        call(
          { name: `${name}.${key}`, object, args },
          async () => Reflect.apply(member, target, args) as unknown,
        );
    },
  });
}

function watchD1(d1: D1Database, call: Caller): D1Database {
  const originals = new WeakMap<object, D1PreparedStatement>();
  const ask = <Result>(method: string, query: string, make: () => Promise<Result>) =>
    call({ name: `d1.${method}`, object: null, args: [query] }, make);
  const statement = (inner: D1PreparedStatement, query: string): D1PreparedStatement => {
    const made = {
      bind: (...values: unknown[]) => statement(inner.bind(...values), query),
      first: (...column: []) => ask("first", query, () => inner.first(...column)),
      all: () => ask("all", query, () => inner.all()),
      run: () => ask("run", query, () => inner.run()),
      raw: (...options: []) => ask("raw", query, () => inner.raw(...options)),
    } as D1PreparedStatement;
    originals.set(made, inner);
    return made;
  };
  return {
    prepare: (query: string) => statement(d1.prepare(query), query),
    batch: (statements: D1PreparedStatement[]) =>
      ask("batch", "", () => d1.batch(statements.map((one) => originals.get(one) ?? one))),
  } as D1Database;
}
