// The API as the admin calls it: types from the routes, nothing else of the Worker.
import { hc } from "hono/client";
import type { ClientRequestOptions } from "hono/client";
import type { Api } from "./index.ts";

/** `baseUrl` ends with /api. */
export function createClient(baseUrl: string, options?: ClientRequestOptions) {
  return hc<Api>(baseUrl, options);
}
export type Client = ReturnType<typeof createClient>;
