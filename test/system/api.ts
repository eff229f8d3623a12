// The product's API as a test, the demo or the tour calls it: with the admin token, and every answer checked for its shape.
import type * as z from "zod";

export interface Api {
  /** As `fetch`, with the admin token unless another authorization is given; the path begins with `/api`. */
  readonly call: (path: string, init?: RequestInit) => Promise<Response>;
  /** GET; throws an ApiRefusal unless the answer is a 2xx. */
  readonly get: <T>(path: string, shape: z.ZodType<T>) => Promise<T>;
  /** POST, PUT, PATCH or DELETE with a JSON body; throws like `get`. */
  readonly send: <T>(method: string, path: string, body: unknown, shape: z.ZodType<T>) => Promise<T>;
}

/** An answer of the API that is no success, in its own words. */
export class ApiRefusal extends Error {
  override name = "ApiRefusal";
  readonly status: number;
  readonly code: string;

  constructor(what: string, status: number, body: string) {
    super(`${what} was answered ${status}: ${body}`);
    this.status = status;
    this.code = /"code":"([a-z_]+)"/.exec(body)?.[1] ?? "";
  }
}

/** How a request gets to the product. */
export type Deliver = (request: Request) => Promise<Response>;

export function createApi(publicUrl: string, adminToken: string, deliver: Deliver): Api {
  const call: Api["call"] = (path, init = {}) => {
    const headers = new Headers(init.headers);
    if (!headers.has("authorization")) headers.set("authorization", `Bearer ${adminToken}`);
    return deliver(new Request(publicUrl + path, { ...init, headers }));
  };
  const read = async <T>(path: string, shape: z.ZodType<T>, init: RequestInit): Promise<T> => {
    const response = await call(path, init);
    const text = await response.text();
    if (!response.ok) throw new ApiRefusal(`${init.method ?? "GET"} ${path}`, response.status, text);
    return shape.parse(text === "" ? null : JSON.parse(text));
  };
  return {
    call,
    get: (path, shape) => read(path, shape, {}),
    send: (method, path, body, shape) =>
      read(path, shape, {
        method,
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      }),
  };
}
