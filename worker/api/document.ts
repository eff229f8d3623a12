// The API's description, openapi.json: what the routes say of themselves, and what surrounds it. Written when the Worker is built, and no part of it.
import { generateSpecs, resolver } from "hono-openapi";
import type { GenerateSpecOptions } from "hono-openapi";
import * as z from "zod";
import { ERRORS } from "../errors.ts";
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

const DESCRIPTION = `Everything the admin can do, as JSON.

**Signing in.** Send \`authorization: Bearer <token>\`: ADMIN_TOKEN, or a token made under /tokens. Browsers sign in at /session;
their writes carry the session's word in \`x-csrf-token\`. A viewer reads, an editor changes, an owner also erases, replays and gives out tokens.

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

/** An OpenAPI 3.1 document of every route. */
export function describeApi(): ReturnType<typeof generateSpecs> {
  return generateSpecs(routes, DOCUMENT);
}
