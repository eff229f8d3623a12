// The audit trail: nobody acts unseen.
import { Hono } from "hono";
import * as z from "zod";
import { listAudit } from "../../db/audit.ts";
import type { ApiEnv } from "../env.ts";
import { needs } from "../guard.ts";
import { byId, toPageById } from "../page.ts";
import { Period } from "../period.ts";
import { pageOf, says } from "../says.ts";
import { takes } from "../takes.ts";
import { AuditView, toAuditView } from "../views/operations.ts";

const List = byId.extend({
  ...Period.shape,
  subjectKind: z.string().max(40).optional().meta({ description: "flow, line, contact and the like." }),
  subjectId: z.string().max(80).optional(),
  actor: z.string().max(80).optional(),
});

export const audit = new Hono<ApiEnv>().get(
  "/",
  needs("owner"),
  says("audit", "List who did what", pageOf(AuditView)),
  takes("query", List),
  async (context) => {
    const { limit, cursor, ...wanted } = context.req.valid("query");
    const rows = await listAudit(context.get("services").db, limit, { before: cursor, ...wanted });
    return context.json(toPageById(rows, limit, toAuditView));
  },
);
