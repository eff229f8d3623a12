// The Worker with its outside calls counted: D1 round trips, D1 rows, and calls to the person's object.
import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import worker from "../../worker/index.ts";

export interface Counts {
  d1Calls: number;
  d1RowsWritten: number;
  d1RowsRead: number;
  rpcs: string[];
}

/** The environment with counters in it; `fail` lets D1 refuse. */
export function countedEnv(): { env: Env; counts: Counts; fail: { d1: boolean } } {
  const counts: Counts = { d1Calls: 0, d1RowsWritten: 0, d1RowsRead: 0, rpcs: [] };
  const fail = { d1: false };
  const note = <Result>(result: Result): Result => {
    for (const one of Array.isArray(result) ? result : [result]) {
      const meta = (one as { meta?: { rows_written?: number; rows_read?: number } } | null)?.meta;
      counts.d1RowsWritten += meta?.rows_written ?? 0;
      counts.d1RowsRead += meta?.rows_read ?? 0;
    }
    return result;
  };
  const called = () => {
    counts.d1Calls += 1;
    if (fail.d1) throw new Error("D1_ERROR: D1 DB is overloaded");
  };
  const originals = new WeakMap<object, D1PreparedStatement>();
  const statement = (inner: D1PreparedStatement): D1PreparedStatement => {
    const wrapped: D1PreparedStatement = {
      bind: (...values: unknown[]) => statement(inner.bind(...values)),
      first: async (...args: []) => (called(), inner.first(...args)),
      run: async () => (called(), note(await inner.run())),
      all: async () => (called(), note(await inner.all())),
      raw: async (...args: []) => (called(), inner.raw(...args)),
    } as D1PreparedStatement;
    originals.set(wrapped, inner);
    return wrapped;
  };
  const db = {
    prepare: (query: string) => statement(env.DB.prepare(query)),
    batch: async (statements: D1PreparedStatement[]) => {
      called();
      return note(await env.DB.batch(statements.map((one) => originals.get(one) ?? one)));
    },
  } as D1Database;
  const contacts = {
    getByName: (name: string) => {
      const stub = env.CONTACT.getByName(name);
      return new Proxy(stub, {
        get: (_target, method) => {
          const member: unknown = Reflect.get(stub, method);
          if (typeof member !== "function") return member;
          return (...args: unknown[]) => {
            counts.rpcs.push(String(method));
            return Reflect.apply(member, stub, args) as unknown;
          };
        },
      });
    },
  } as Env["CONTACT"];
  return { env: { ...env, DB: db, CONTACT: contacts }, counts, fail };
}

/** One request to the Worker with that environment, with everything it left for later done. */
export async function fetchWith(bindings: Env, request: Request): Promise<Response> {
  const context = createExecutionContext();
  const response = await worker.fetch(request, bindings, context);
  await waitOnExecutionContext(context);
  return response;
}
