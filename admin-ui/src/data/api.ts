// The API, typed by its routes. Every request of the admin goes through `ask`, so that every failure looks the same.
import { createClient } from "../../../worker/api/client.ts";
import { readProblem, signedOut, unreachable } from "./problem.ts";
import { knownSession, markExpired, signedInAgain } from "./session.ts";
import type { KnownSession } from "./session.ts";

/** The routes: `api.v1.flows.$get(...)`; give the result to `ask`. */
export const api = createClient("/api", { fetch: send });

/**
 * Sends with the session's cookie and word. Where the session has ended it waits until the same person has signed in again, above
 * the page, and sends it once more: who is refused for that has changed nothing. Throws an ApiProblem where there is no answer.
 */
export async function send(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const session = knownSession();
  const response = await sendOnce(input, init, session);
  // Whoever signs in hears what was wrong with that.
  if (response.status !== 401 || response.url.includes("/v1/session")) return response;
  const isSame = await signedInAgain(session);
  const isRead = init.method === undefined || init.method === "GET";
  // What one person wrote is not done in the name of another.
  if (!isSame && !isRead) throw signedOut(await readProblem(response));
  return send(input, init);
}

async function sendOnce(
  input: RequestInfo | URL,
  init: RequestInit,
  { csrf }: KnownSession,
): Promise<Response> {
  const headers = new Headers(init.headers);
  if (init.method !== undefined && init.method !== "GET") headers.set("x-csrf-token", csrf);
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

/** Throws an ApiProblem unless it is ok; whoever is not signed in is asked to do so. */
export async function check(response: Response): Promise<void> {
  if (response.ok) return;
  const problem = await readProblem(response);
  if (problem.code === "unauthenticated") markExpired();
  throw problem;
}
