// The Messages resource: create, list, fetch, cancel or redact, delete.
import { Hono } from "hono";
import type { Exchange } from "../exchange.ts";
import { startJourney } from "../journey.ts";
import { setStatus } from "../journey.ts";
import type { Message } from "../message.ts";
import { createMessage } from "./create-message.ts";
import { FILTER_PARAMETERS, findMessages } from "./find-messages.ts";
import { messageJson } from "./message-json.ts";
import { makePage, PAGE_PARAMETERS } from "./page.ts";
import { readForm, readParameters } from "./parameters.ts";
import { DroppedConnection, notFound, outage, Problem } from "./problem.ts";
import { MESSAGE_PARAMETERS, readMessageRequest } from "./read-message-request.ts";

export function messageRoutes(exchange: Exchange): Hono {
  const show = (message: Message) => messageJson(message, exchange.account.sid);
  const find = (file: string, path: string): Message => {
    const message = exchange.messages.get(file.replace(/\.json$/, ""));
    if (message === undefined) throw notFound(path);
    return message;
  };

  return new Hono()
    .post("/Messages.json", async (c) => {
      const fault = exchange.faults.sends.take();
      if (fault?.kind === "refused") throw outage(fault.status);
      if (fault?.kind === "dropped") throw new DroppedConnection();
      const message = await accept(exchange, c.req.raw);
      const travelling = exchange.messages.has(message.sid) && message.status !== "scheduled";
      // The journey alters the status; the answer shows it as it was accepted.
      const answer = show(message);
      const journey = travelling ? startJourney(exchange, message) : Promise.resolve();
      if (fault?.kind === "accepted-then-dropped") throw new DroppedConnection();
      if (fault?.kind === "accepted-but-answers") throw outage(fault.status);
      if (fault?.kind === "answered-last") await journey.then(() => message.receipts.last);
      return c.json(answer, 201);
    })
    .get("/Messages.json", (c) => {
      const url = new URL(c.req.url);
      const given = readParameters(url.searchParams, [...FILTER_PARAMETERS, ...PAGE_PARAMETERS]);
      const found = findMessages(exchange.messages.values(), given);
      return c.json(makePage(url, given, "messages", found, (message) => message.sid, show));
    })
    .get("/Messages/:file{\\w+\\.json}", (c) => c.json(show(find(c.req.param("file"), c.req.path))))
    .post("/Messages/:file{\\w+\\.json}", async (c) => {
      const message = find(c.req.param("file"), c.req.path);
      const given = new URLSearchParams(await c.req.text());
      if (given.get("Status") === "canceled") cancel(exchange, message);
      if (given.get("Body") === "") message.body = "";
      return c.json(show(message));
    })
    .delete("/Messages/:file{\\w+\\.json}", (c) => {
      const message = find(c.req.param("file"), c.req.path);
      exchange.messages.delete(message.sid);
      return c.body(null, 204);
    });
}

async function accept(exchange: Exchange, request: Request): Promise<Message> {
  const form = await readForm(request);
  try {
    const given = readParameters(form, MESSAGE_PARAMETERS);
    return createMessage(exchange, readMessageRequest(given, exchange.clock.now()));
  } catch (error) {
    if (error instanceof Problem) logRefusal(exchange, form, error);
    throw error;
  }
}

function logRefusal(exchange: Exchange, form: URLSearchParams, { code, message }: Problem): void {
  const [to, from, body] = ["To", "From", "Body"].map((name) => form.get(name) ?? undefined);
  exchange.log.add({ kind: "refused", via: "rest", code, message, to, from, body });
}

function cancel(exchange: Exchange, message: Message): void {
  if (message.status !== "scheduled") throw new Problem(400, 30409, "Message is not in a cancelable state");
  setStatus(exchange, message, "canceled");
}
