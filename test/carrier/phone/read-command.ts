// The JSON body of a command; a form or another content type could come from any page of the web.
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type * as z from "zod";

/** Throws a 415 or a 400 that says what is wrong. */
export async function readCommand<T>(c: Context, shape: z.ZodType<T>): Promise<T> {
  if (!(c.req.header("content-type") ?? "").startsWith("application/json")) {
    throw new HTTPException(415, { message: "JSON only" });
  }
  const parsed = shape.safeParse(await c.req.json());
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new HTTPException(400, { message: `${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}`.trim() });
}
