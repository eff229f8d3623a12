// The API's description, openapi.json: what the routes say of themselves, and what surrounds it. Written when the Worker is built, and no part of it.
import { generateSpecs, resolver } from "hono-openapi";
import type { GenerateSpecOptions } from "hono-openapi";
import * as z from "zod";
import { ERRORS } from "../errors.ts";
import { ROLES } from "../actor.ts";
import { accessOf, placeOf } from "./area.ts";
import { ROLE_KEY } from "./guard.ts";
import { routes } from "./index.ts";

const ProblemView = z
  .object({
    error: z.object({
      code: z.enum(Object.keys(ERRORS)),
      message: z.string().meta({ description: "A sentence for people." }),
      requestId: z
        .string()
        .meta({ description: "The same as in the header x-request-id; our log knows it." }),
      details: z
        .unknown()
        .optional()
        .meta({ description: "Of an invalid request: a list of { path, message }." }),
    }),
  })
  .meta({ id: "Problem" });

/** Where the area stands that a token must have been given: null where none is enough. */
const SCOPE_KEY = "x-scope";

const DESCRIPTION = `Everything the admin can do, as JSON.

**Signing in.** Send \`authorization: Bearer <token>\`: ADMIN_TOKEN, or a token made under /tokens. Browsers sign in at /session;
their writes carry the session's word in \`x-csrf-token\`. A viewer reads, an editor changes, an owner also erases, replays and gives out tokens.
A token may also be held to areas, such as \`{ "contacts": "write", "flows": "read" }\`: what else its role may is refused. \`x-role\` and \`x-scope\` of a
route say what it needs; where \`x-scope\` is null, no token that is held to areas may use it.

**Lists** are newest first and come in pages: \`{ "data": [...], "next": "..." }\`. Send \`next\` as \`cursor\` for the page after; it is null on the last.

**Errors** are \`{ "error": { "code", "message", "requestId", "details"? } }\`. Times are ISO 8601 in UTC. No number is ever part of a URL.`;

const DOCUMENT: Partial<GenerateSpecOptions> = {
  documentation: {
    info: { title: "Partyline", version: "1", description: DESCRIPTION },
    servers: [{ url: "/api" }],
    components: {
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer" },
        session: { type: "apiKey", in: "cookie", name: "partyline_session" },
      },
      responses: {
        Problem: {
          description: "What went wrong",
          content: { "application/json": { schema: resolver(ProblemView) } },
        },
      },
    },
  },
  defaultValidationErrorResponse: false,
  excludeStaticFile: false,
};

/** An OpenAPI 3.1 document of every route, each with the role and the area it needs. */
export async function describeApi(): ReturnType<typeof generateSpecs> {
  const whole = await generateSpecs(routes, DOCUMENT);
  for (const [path, operations] of Object.entries(whole.paths)) {
    for (const [method, operation] of Object.entries(operations ?? {}))
      if (typeof operation === "object") addScope(path, method, operation);
  }
  return whole;
}

function addScope(path: string, method: string, operation: object): void {
  const role = ROLES.find((each) => ROLE_KEY in operation && operation[ROLE_KEY] === each);
  const place = placeOf(path);
  if (role === undefined || place === "everyone") return;
  const access = accessOf(method.toUpperCase(), role);
  Object.assign(operation, { [SCOPE_KEY]: place === "unscoped" ? null : { [place]: access } });
}
