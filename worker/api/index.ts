// The API, under /api: what every request passes, and which routes there are.
import { Hono } from "hono";
import { openAPIRouteHandler } from "hono-openapi";
import { bodies } from "./body.ts";
import { docs } from "./docs.ts";
import { DOCUMENT } from "./document.ts";
import type { ApiEnv } from "./env.ts";
import { needs } from "./guard.ts";
import { headers, sharing } from "./headers.ts";
import { answerProblem } from "./problem.ts";
import { flows } from "./routes/flows.ts";
import { lines } from "./routes/lines.ts";
import { session } from "./routes/session.ts";
import { starts } from "./routes/starts.ts";
import { triggers } from "./routes/triggers.ts";
import { versions } from "./routes/versions.ts";
import { unknown } from "./unknown.ts";

const routes = new Hono<ApiEnv>()
  .route("/v1/session", session)
  .route("/v1/lines", lines)
  .route("/v1/triggers", triggers)
  .route("/v1/flows", flows)
  .route("/v1/flows", versions)
  .route("/v1/flows", starts);

export type Api = typeof routes;

export const api = new Hono<ApiEnv>();
api.use(headers, sharing, ...bodies);
api.route("/", routes);
api.get("/docs", docs);
api.get("/v1/openapi.json", needs("viewer"), openAPIRouteHandler(routes, DOCUMENT));
api.all("*", unknown(api));
api.onError(answerProblem);
