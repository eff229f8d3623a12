// The API, typed by its routes. Every request of the admin goes through `ask`, so that every failure looks the same.
import { createClient } from "../../../worker/api/client.ts";
import { readProblem, signedOut, unreachable } from "./problem.ts";
import { csrfWord, markExpired } from "./session.ts";

/** The routes: `api.v1.flows.$get(...)`; give the result to `ask`. */
export const api = createClient("/api", { fetch: send });

/** Sends with the session's cookie and word. Throws an ApiProblem where there is no answer. */
export async function send(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  if (init.method !== undefined && init.method !== "GET") headers.set("x-csrf-token", csrfWord());
  try {
    return await fetch(input, { ...init, headers, credentials: "same-origin" });
  } catch (error) {
    if (init.signal?.aborted === true) throw error;
    throw unreachable();
  }
}

interface Answer {
  readonly ok: boolean;
  readonly status: number;
  json(): Promise<unknown>;
}

/** What an answer holds when all went well; `null` for one without a body. */
type Held<Response extends Answer> = Awaited<ReturnType<Response["json"]>>;

/** The body of an answer; throws an ApiProblem for any that is not ok. */
export async function ask<Response extends Answer>(pending: Promise<Response>): Promise<Held<Response>> {
  const response = await pending;
  const whole = response as unknown as globalThis.Response;
  await check(whole);
  // Some say by their status alone that something is being done.
  const body = await whole.text();
  return (body === "" ? null : JSON.parse(body)) as Held<Response>;
}

/** Throws an ApiProblem unless it is ok; whoever is no longer signed in is asked to do so again. */
export async function check(response: Response): Promise<void> {
  if (response.ok) return;
  const problem = await readProblem(response);
  if (problem.code !== "unauthenticated") throw problem;
  markExpired();
  // Whoever signs in hears what was wrong with that.
  throw response.url.includes("/v1/session") ? problem : signedOut(problem);
}
