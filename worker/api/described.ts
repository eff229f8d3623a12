// What the API's description says of a handler that has something else to do; the built Worker carries none of it (worker/cli/build/undocument.ts).
import { uniqueSymbol } from "hono-openapi";
import type { HandlerUniqueProperty } from "hono-openapi";

/** The same handler, with words for the description where hono-openapi looks for them. */
export function described<Handler extends object>(handler: Handler, words: HandlerUniqueProperty): Handler {
  return Object.assign(handler, { [uniqueSymbol]: words });
}
