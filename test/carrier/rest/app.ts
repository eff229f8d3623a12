// The REST API: credentials, faults and the request log around one file per resource.
import { Hono } from "hono";
import type { MiddlewareHandler } from "hono";
import type { Exchange } from "../exchange.ts";
import { accountJson, numberRoutes } from "./accounts.ts";
import { requireCredentials } from "./auth.ts";
import { callRoutes } from "./calls.ts";
import { contentApprovalRoutes } from "./content-approvals.ts";
import { contentRoutes } from "./content.ts";
import { cdnRoutes, mediaRoutes } from "./media.ts";
import { messageRoutes } from "./messages.ts";
import { recordingRoutes } from "./recordings.ts";
import { DroppedConnection, notFound, outage, Problem, problemResponse } from "./problem.ts";

export function createRestApi(exchange: Exchange): Hono {
  const account = `/2010-04-01/Accounts/${exchange.account.sid}`;
  const app = new Hono();
  app.onError((error, c) => {
    if (error instanceof DroppedConnection) {
      exchange.log.add({ kind: "request", method: c.req.method, path: c.req.path, status: 0 });
      throw error;
    }
    if (!(error instanceof Problem)) throw error;
    const { method, path } = c.req;
    exchange.log.add({ kind: "request", method, path, status: error.status, code: error.code });
    return problemResponse(error);
  });
  app.notFound((c) => problemResponse(notFound(c.req.path)));
  app.route("/", cdnRoutes(exchange));
  app.use("/2010-04-01/*", guard(exchange));
  app.use("/v1/*", guard(exchange));
  app.get(`${account}.json`, (c) => c.json(accountJson(exchange)));
  app.route(account, messageRoutes(exchange));
  app.route(account, mediaRoutes(exchange));
  app.route(account, numberRoutes(exchange));
  app.route(account, callRoutes(exchange));
  app.route(account, recordingRoutes(exchange));
  app.route("/", contentRoutes(exchange));
  app.route("/", contentApprovalRoutes(exchange));
  return app;
}

function guard(exchange: Exchange): MiddlewareHandler {
  return async (c, next) => {
    requireCredentials(exchange.account, c.req.header("authorization"));
    const named = /^\/2010-04-01\/Accounts\/(\w+)/.exec(c.req.path)?.[1];
    if (named !== undefined && named !== exchange.account.sid) throw new Problem(401, 20003, "Authenticate");
    // Creating a message has faults of its own.
    const creates = c.req.method === "POST" && c.req.path.endsWith("/Messages.json");
    const fault = creates ? undefined : exchange.faults.requests.take();
    if (fault?.kind === "refused") throw outage(fault.status);
    if (fault?.kind === "dropped") throw new DroppedConnection();
    await next();
    // What a handler threw is logged where it becomes an answer.
    if (c.error === undefined) {
      exchange.log.add({ kind: "request", method: c.req.method, path: c.req.path, status: c.res.status });
    }
  };
}
