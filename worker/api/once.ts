// Idempotency-Key on any POST: the same request again gets the answer of the first, and happens once
// (IETF draft "The Idempotency-Key HTTP Header Field": 422 for the key of another request, 409 while the first still runs).
// For routes whose answer holds ids and states only: answers are kept, and no erasing looks into them.
import type { Context, MiddlewareHandler } from "hono";
import type { DescribeRouteOptions } from "hono-openapi";
import { deriveId } from "#core/id";
import { freeKey, keepAnswer, loseKey, takeKey } from "../db/idempotency.ts";
import type { Keyed, KeyRow } from "../db/idempotency.ts";
import { Problem } from "../errors.ts";
import { invalidAt } from "../explain.ts";
import { describeError } from "../log.ts";
import { hashOf } from "../same.ts";
import { described } from "./described.ts";
import type { ApiEnv } from "./env.ts";

export const KEY_HEADER = "idempotency-key";
/** Set on an answer that was given before. */
export const REPLAYED_HEADER = "idempotent-replayed";
/** No request runs longer than its calls may wait (the carrier's 10 s); one begun before is lost, and may be taken up again. */
const LOST_AFTER_MS = 60_000;
/** Room for a UUID or an order's number with its system's name; printable, since it is a header. */
const KEY = /^[\x21-\x7e]{1,200}$/;

const guard: MiddlewareHandler<ApiEnv> = async (context, next) => {
  const given = context.req.header(KEY_HEADER);
  if (given === undefined) return next();
  const { d1, clock, log } = context.get("services");
  const keyed = await readKeyed(context, given);
  const at = clock.now();
  const taken = await takeKey(d1, keyed, at, at - LOST_AFTER_MS);
  if (taken !== "taken") return replay(keyed, taken);
  context.set("onceId", deriveId("request", keyed.actor, keyed.key, keyed.request));
  await next();
  await settle(d1, keyed, at, context.res).catch((error: unknown) => {
    log.warn("answer-not-kept", { requestId: context.get("requestId"), error: describeError(error) });
  });
  return undefined;
};

/** Comes after `takes`, right before the handler. A verb that takes its ids from `onceId` meets what it made before. */
export const once: MiddlewareHandler<ApiEnv> = described(guard, {
  spec: {
    parameters: [
      {
        in: "header",
        name: "Idempotency-Key",
        required: false,
        schema: { type: "string", maxLength: 200 },
        description:
          "The same request with the same key happens once: for three days it gets the answer of the first, with `Idempotent-Replayed: true`. Another request with the key is refused (422), and so is one while the first still runs (409).",
      },
    ],
  } satisfies DescribeRouteOptions,
});

/** The id of what this request makes: derived from its key and what it asks for, else fresh. */
export function onceId(context: Context<ApiEnv>): string {
  return context.get("onceId") ?? context.get("services").mint();
}

async function settle(d1: D1Database, keyed: Keyed, at: number, answer: Response): Promise<void> {
  const { ok, status } = answer;
  if (ok) return keepAnswer(d1, keyed, at, { status, answer: await answer.clone().text() });
  // A refusal changed nothing: mended, it may come under the same key. What broke halfway may only come as it was.
  return status < 500 ? freeKey(d1, keyed, at) : loseKey(d1, keyed, at);
}

async function readKeyed(context: Context<ApiEnv>, key: string): Promise<Keyed> {
  if (!KEY.test(key))
    throw invalidAt({
      path: KEY_HEADER,
      message: "is a header of 1 to 200 printable characters without spaces",
    });
  const { method, path } = context.req;
  const request = await hashOf(`${method} ${path}\n${await context.req.text()}`);
  return { actor: context.get("actor").id, key, request };
}

function replay(keyed: Keyed, { request, status, answer }: KeyRow): Response {
  if (request !== keyed.request)
    throw new Problem("invalid", "This Idempotency-Key was used for another request. Make up a new one.");
  if (status === null || answer === null)
    throw new Problem(
      "conflict",
      "The first request with this Idempotency-Key is still running. Ask again in a minute.",
    );
  return new Response(answer === "" ? null : answer, {
    status,
    headers: { "content-type": "application/json", [REPLAYED_HEADER]: "true" },
  });
}
