// What a route is for and what it answers, for the API's description.
import { describeRoute, resolver } from "hono-openapi";
import * as z from "zod";

interface More {
  readonly description?: string;
  /** 200 where absent. */
  readonly status?: 101 | 200 | 201 | 202 | 204;
  /** The body is a file as it is. */
  readonly takesFile?: boolean;
}

const FILE = { schema: { type: "string", format: "binary" } } as const;

/** One sentence of what the route does, under a heading, and the schema of its answer (null: none). */
export function says(
  tag: string,
  summary: string,
  answer: z.ZodType | null,
  { description, status = 200, takesFile = false }: More = {},
) {
  const schema =
    answer === null ? null : resolver(answer, { options: { io: "output", unrepresentable: "any" } });
  return describeRoute({
    tags: [tag],
    summary,
    ...(description !== undefined && { description }),
    ...(takesFile && { requestBody: { required: true, content: { "application/octet-stream": FILE } } }),
    responses: {
      [status]: {
        description: summary,
        ...(schema !== null && { content: { "application/json": { schema } } }),
      },
      default: { $ref: "#/components/responses/Problem" },
    },
  });
}

/** The answer of a list. */
export function pageOf(item: z.ZodType) {
  return z.object({
    data: z.array(item),
    next: z.string().nullable().meta({ description: "Send it as `cursor` for the next page." }),
  });
}
