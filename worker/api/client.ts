// The API as the admin calls it: types from the routes, nothing else of the Worker.
import { hc } from "hono/client";
import type { ClientRequestOptions } from "hono/client";
import type { Api } from "./index.ts";

/** `baseUrl` ends with /api. */
export function createClient(baseUrl: string, options?: ClientRequestOptions) {
  return hc<Api>(baseUrl, options);
}
export type Client = ReturnType<typeof createClient>;

/** What an answer that is not ok says, as a sentence for people. */
export async function readProblem(response: {
  readonly status: number;
  json(): Promise<unknown>;
}): Promise<string> {
  const body = await response.json().catch(() => null);
  if (typeof body === "object" && body !== null && "error" in body) {
    const { error } = body;
    if (typeof error === "object" && error !== null && "message" in error) return String(error.message);
  }
  return `The answer was ${response.status}, and said nothing more.`;
}
