// Keeps the phone to the machine it runs on, whatever name or page a request came by.
import type { MiddlewareHandler } from "hono";
import { HTTPException } from "hono/http-exception";

const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])$/;

/**
 * Refuses a Host that is not loopback (a tunnel, or a name bound to 127.0.0.1 by someone else) and, for anything
 * that changes something, a page of another origin.
 */
export const loopbackOnly: MiddlewareHandler = async (c, next) => {
  const url = new URL(c.req.url);
  const origin = c.req.header("origin");
  const foreign = c.req.method !== "GET" && origin !== undefined && origin !== url.origin;
  if (!LOOPBACK.test(url.hostname)) throw refusal("The phone answers on loopback only.");
  if (foreign) throw refusal("Not from this page.");
  await next();
  if (!c.res.headers.has("content-security-policy")) c.header("content-security-policy", POLICY);
  c.header("x-content-type-options", "nosniff");
  c.header("referrer-policy", "no-referrer");
};

function refusal(message: string): HTTPException {
  return new HTTPException(403, { message });
}

/** Pictures may come from the product, which is another port. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data: blob: http: https:",
  "media-src 'self' http: https:",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");
