// Resend's API: who may ask, what goes wrong on demand, and one route per thing that can be asked.
import { Hono } from "hono";
import type { MiddlewareHandler } from "hono";
import { DroppedConnection } from "../rest/problem.ts";
import { readEmails } from "./email-routes.ts";
import type { Office } from "./office.ts";
import { MailProblem, outage, problemResponse } from "./problem.ts";
import { limitRate, rateHeaders } from "./rate.ts";
import { sendEmails } from "./send-routes.ts";

export function isResendPath(url: string): boolean {
  return /^\/(emails|domains)(\/|$)/.test(new URL(url).pathname);
}

export function createResendApi(office: Office): Hono {
  const app = new Hono();
  app.onError((error, c) => {
    const { method, path } = c.req;
    if (error instanceof MailProblem) {
      office.log.add({ kind: "request", method, path, status: error.status, error: error.problem });
      return problemResponse(error);
    }
    if (error instanceof DroppedConnection) office.log.add({ kind: "request", method, path, status: 0 });
    throw error;
  });
  app.notFound(() =>
    problemResponse(new MailProblem(404, "not_found", "The requested endpoint does not exist.")),
  );
  app.use(guard(office));
  app.route("/", sendEmails(office));
  app.route("/", readEmails(office));
  app.get("/domains", (c) => c.json(listDomains(office)));
  return app;
}

/** Those that were verified; where every domain is, nobody keeps a list. */
function listDomains({ options: { domains = [] } }: Office): object {
  const data = domains.map((name) => ({
    id: `domain-${name}`,
    name,
    status: "verified",
    region: "eu-west-1",
  }));
  return { object: "list", has_more: false, data };
}

function guard(office: Office): MiddlewareHandler {
  return async (c, next) => {
    office.agenda.runDue();
    // "All API requests must include a User-Agent header": what a Worker's fetch sends has none by itself.
    if (c.req.header("user-agent") === undefined) return c.text("error code: 1010", 403);
    requireKey(office, c.req.header("authorization"));
    const sends = c.req.method === "POST" && !c.req.path.endsWith("/cancel");
    if (!sends && office.options.access === "sending") {
      throw new MailProblem(401, "restricted_api_key", "This API key is restricted to only send emails.");
    }
    const down = office.faults.downStatus();
    if (down !== null) throw outage(down);
    limitRate(office);
    await next();
    for (const [name, value] of rateHeaders(office)) c.res.headers.set(name, value);
    if (c.error === undefined) {
      const { method, path } = c.req;
      office.log.add({ kind: "request", method, path, status: c.res.status });
    }
    return undefined;
  };
}

function requireKey(office: Office, header: string | undefined): void {
  if (header === undefined || header === "") {
    throw new MailProblem(401, "missing_api_key", "Missing API key in the authorization header.");
  }
  if (header !== `Bearer ${office.options.apiKey}`) {
    throw new MailProblem(403, "invalid_api_key", "API key is invalid.");
  }
}
