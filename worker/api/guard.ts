// Every route states the role it needs: the guard that keeps it also writes it into the API's description.
import type { MiddlewareHandler } from "hono";
import type { DescribeRouteOptions } from "hono-openapi";
import type { Role } from "../actor.ts";
import { mayAct } from "../actor.ts";
import { Problem } from "../errors.ts";
import { accessOf, refuseOutside } from "./area.ts";
import { identify } from "./credentials.ts";
import { described } from "./described.ts";
import type { ApiEnv } from "./env.ts";

/** Where a route's role stands in the OpenAPI document. */
export const ROLE_KEY = "x-role";

/** Lets in whoever has at least this role and may touch the area of the path, and sets `actor`. */
export function needs(role: Role): MiddlewareHandler<ApiEnv> {
  const guard: MiddlewareHandler<ApiEnv> = async (context, next) => {
    const actor = await identify(context);
    if (actor === null)
      throw new Problem("unauthenticated", "Sign in, or send authorization: Bearer <token>.");
    if (!mayAct(actor, role))
      throw new Problem("forbidden", `This needs the role ${role}; yours is ${actor.role}.`);
    refuseOutside(actor, context.req.path, accessOf(context.req.method, role));
    context.set("actor", actor);
    await next();
  };
  const spec = {
    [ROLE_KEY]: role,
    security: [{ bearer: [] }, { session: [] }],
    responses: {
      401: { $ref: "#/components/responses/Problem" },
      403: { $ref: "#/components/responses/Problem" },
    },
  } satisfies DescribeRouteOptions & Record<typeof ROLE_KEY, Role>;
  return described(guard, { spec });
}
