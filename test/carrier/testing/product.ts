// A tiny product for the carrier's own tests: checks signatures with Twilio's library, answers what it is told.
import { Hono } from "hono";
import { validateRequest } from "twilio/lib/webhooks/webhooks.js";

export const PRODUCT_URL = "https://line.test";
export const AUTH_TOKEN = "0123456789abcdef0123456789abcdef";

export type Heard = {
  path: string;
  form: Record<string, string>;
  token: string | null;
  genuine: boolean;
};

export type Product = {
  /** Every webhook and callback that reached the product. */
  heard: Heard[];
  statuses: (sid?: string) => string[];
  deliver: (request: Request) => Promise<Response>;
  /** Decides the answer to inbound messages. */
  answer: (heard: Heard) => string | Response | Promise<string | Response>;
};

export function createProduct(): Product {
  const product: Product = {
    heard: [],
    statuses: (sid) =>
      product.heard.flatMap(({ form }) =>
        form["MessageStatus"] !== undefined && (sid ?? form["MessageSid"]) === form["MessageSid"]
          ? [form["MessageStatus"]]
          : [],
      ),
    deliver: async (request) => app.fetch(request),
    answer: () => "<Response/>",
  };
  const app = new Hono().all("/*", async (c) => {
    const isPost = c.req.method === "POST";
    const url = PRODUCT_URL + c.req.url.slice(new URL(c.req.url).origin.length);
    const fields = new URLSearchParams(isPost ? await c.req.text() : new URL(c.req.url).search);
    const form = Object.fromEntries(fields);
    const signature = c.req.header("x-twilio-signature") ?? "";
    const genuine = validateRequest(AUTH_TOKEN, signature, url, isPost ? form : {});
    const heard = {
      path: c.req.path,
      form,
      token: c.req.header("i-twilio-idempotency-token") ?? null,
      genuine,
    };
    product.heard.push(heard);
    if (form["MessageStatus"] !== undefined) return c.body(null, 204);
    const answer = await product.answer(heard);
    return typeof answer === "string" ? c.body(answer, 200, { "content-type": "text/xml" }) : answer;
  });
  return product;
}

/** TwiML that says this, with a status URL. */
export function say(...texts: string[]): string {
  const messages = texts.map((text) => `<Message action="/webhooks/twilio/status">${text}</Message>`);
  return `<?xml version="1.0" encoding="UTF-8"?><Response>${messages.join("")}</Response>`;
}
