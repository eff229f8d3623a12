// Looks at a fresh deployment the way Twilio will: from outside.
import * as z from "zod";

export type Look =
  | { readonly kind: "up" }
  /** It answers, but something is not set up; in its own words. */
  | { readonly kind: "complains"; readonly message: string }
  | { readonly kind: "unreachable" };

/** A new name under workers.dev is served after about half a minute. */
const TRIES_MAX = 10;
const PAUSE_MS = 4_000;

const Problem = z.object({ error: z.object({ message: z.string() }) });

/** Asks until it is up, or for so long; a deployment that complains at the last try is said to. */
export async function lookAt(
  url: string,
  get: (url: string) => Promise<Response>,
  pause: (ms: number) => Promise<void>,
): Promise<Look> {
  let look: Look = { kind: "unreachable" };
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    if (tries > 0) await pause(PAUSE_MS);
    look = await ask(`${url}/healthz`, get);
    if (look.kind === "up") return look;
  }
  return look;
}

async function ask(url: string, get: (url: string) => Promise<Response>): Promise<Look> {
  try {
    const response = await get(url);
    if (response.ok) return { kind: "up" };
    const problem = Problem.safeParse(await response.json());
    return problem.success
      ? { kind: "complains", message: problem.data.error.message }
      : { kind: "unreachable" };
  } catch {
    return { kind: "unreachable" };
  }
}
