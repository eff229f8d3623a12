// Staff: who works here, and what each may do.
import { Hono } from "hono";
import * as z from "zod";
import { changeStaff } from "../../actions/change-staff.ts";
import { inviteAgain, inviteStaff } from "../../actions/invite-staff.ts";
import { ROLES } from "../../actor.ts";
import { listStaff } from "../../db/staff.ts";
import type { ApiEnv } from "../env.ts";
import { needs } from "../guard.ts";
import { Over } from "../over.ts";
import { byId, toPageById } from "../page.ts";
import { pageOf, says } from "../says.ts";
import { takes } from "../takes.ts";
import { StaffView, toStaffView } from "../views/staff.ts";

const Name = z.string().trim().min(1).max(80);
const NewMember = z.strictObject({ email: z.email().max(254), name: Name, role: z.enum(ROLES) });
const ChangedMember = z.strictObject({
  name: Name.optional(),
  role: z.enum(ROLES).optional(),
  disabled: z.boolean().optional().meta({ description: "true shuts them out at once." }),
});

export const staff = new Hono<ApiEnv>()
  .get(
    "/",
    needs("viewer"),
    says("staff", "List the staff", pageOf(StaffView)),
    takes("query", byId),
    async (context) => {
      const { limit, cursor } = context.req.valid("query");
      const rows = await listStaff(context.get("services").db, limit, cursor);
      const actor = context.get("actor");
      return context.json(toPageById(rows, limit, (row) => toStaffView(row, actor)));
    },
  )
  .post(
    "/",
    needs("owner"),
    says("staff", "Invite somebody", StaffView, {
      status: 201,
      description: "They get an e-mail with a link that signs them in.",
    }),
    takes("json", NewMember),
    async (context) => {
      const actor = context.get("actor");
      const row = await inviteStaff(context.get("services"), actor, context.req.valid("json"));
      return context.json(toStaffView(row, actor), 201);
    },
  )
  .post(
    "/:id/invite",
    needs("owner"),
    says("staff", "Send the invitation again", StaffView, { status: 202 }),
    async (context) => {
      const actor = context.get("actor");
      const row = await inviteAgain(context.get("services"), actor, context.req.param("id"));
      return context.json(toStaffView(row, actor), 202);
    },
  )
  .patch(
    "/:id",
    needs("owner"),
    says("staff", "Change somebody's name or role, or shut them out", StaffView, {
      description: "It holds from their next request on.",
    }),
    takes("query", Over),
    takes("json", ChangedMember),
    async (context) => {
      const { disabled: isDisabled, ...patch } = context.req.valid("json");
      const { over } = context.req.valid("query");
      const actor = context.get("actor");
      const id = context.req.param("id");
      const row = await changeStaff(context.get("services"), actor, id, { ...patch, isDisabled }, over);
      return context.json(toStaffView(row, actor));
    },
  );
