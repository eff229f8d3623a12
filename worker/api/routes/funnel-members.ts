// Who is in a funnel, how they got to where they are, and bringing people in and out.
import { Hono } from "hono";
import * as z from "zod";
import { PHASES } from "#core/funnel/member";
import { enrolInFunnel } from "../../actions/enrol-in-funnel.ts";
import { mustFindFunnel } from "../../actions/find-funnel.ts";
import { takeOutOfFunnel } from "../../actions/take-out-of-funnel.ts";
import { findContact } from "../../db/contacts.ts";
import { findMember, listMembers } from "../../db/funnel-members.ts";
import { listMoves } from "../../db/funnel-moves.ts";
import { notFound } from "../../errors.ts";
import type { Services } from "../../services.ts";
import type { ApiEnv } from "../env.ts";
import { needs } from "../guard.ts";
import { byId, paging, toPage } from "../page.ts";
import { pageOf, says } from "../says.ts";
import { takes } from "../takes.ts";
import { MemberView, MoveView, toMemberView, toMoveView } from "../views/funnel.ts";

const Members = byId.extend({
  stage: z.string().max(40).optional(),
  phase: z.enum(PHASES).optional(),
  category: z.string().max(60).optional(),
});
const byMove = paging(z.tuple([z.int(), z.string().max(80), z.int()]));
const Moves = byMove.extend({
  contactId: z.uuid().optional().meta({ description: "Only the steps of this contact." }),
});

const again = z.boolean().default(false).meta({ description: "Whether who has left begins again." });
const Newcomers = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("contacts"), contacts: z.array(z.uuid()).min(1).max(1_000), again }),
  z.strictObject({
    kind: z.literal("segment"),
    segment: z.string().min(1).max(120).meta({ description: "By id or name: whoever is in it now." }),
    again,
  }),
  z.strictObject({ kind: z.literal("import"), importId: z.string().min(1).max(60), again }),
]);
const Enrolled = z
  .object({
    added: z.int().meta({ description: "In it for the first time." }),
    returned: z.int().meta({ description: "Had left, and begin again." }),
    same: z.int().meta({ description: "Were in it already, or have left." }),
  })
  .meta({ id: "FunnelEnrolment" });

export const funnelMembers = new Hono<ApiEnv>()
  .get(
    "/:id/members",
    needs("viewer"),
    says("funnels", "List who is in a funnel", pageOf(MemberView)),
    takes("query", Members),
    async (context) => {
      const services = context.get("services");
      const { limit, cursor, ...filter } = context.req.valid("query");
      const { id } = await mustFindFunnel(services, context.req.param("id"));
      const rows = await listMembers(services.d1, id, limit, { ...filter, after: cursor });
      return context.json(toPage(rows, limit, ({ contactId }) => contactId, toMemberView));
    },
  )
  .post(
    "/:id/members",
    needs("editor"),
    says("funnels", "Put people into a funnel", Enrolled, {
      description: "At its first stage, due at once. Doing it twice changes nothing.",
    }),
    takes("json", Newcomers),
    async (context) => {
      const { again: mayReturn, ...newcomers } = context.req.valid("json");
      const id = context.req.param("id");
      const services = context.get("services");
      return context.json(await enrolInFunnel(services, context.get("actor"), id, newcomers, mayReturn));
    },
  )
  .get(
    "/:id/members/:contactId",
    needs("viewer"),
    says("funnels", "Show where somebody stands in a funnel", MemberView),
    async (context) => {
      const { id, contactId } = context.req.param();
      return context.json(await showMember(context.get("services"), id, contactId));
    },
  )
  .post(
    "/:id/members/:contactId/take-out",
    needs("editor"),
    says("funnels", "Take somebody out of a funnel", MemberView),
    async (context) => {
      const { id, contactId } = context.req.param();
      const services = context.get("services");
      await takeOutOfFunnel(services, context.get("actor"), id, contactId);
      return context.json(await showMember(services, id, contactId));
    },
  )
  .get(
    "/:id/moves",
    needs("viewer"),
    says("funnels", "A funnel's history", pageOf(MoveView)),
    takes("query", Moves),
    async (context) => {
      const services = context.get("services");
      const { limit, cursor, contactId } = context.req.valid("query");
      const { id } = await mustFindFunnel(services, context.req.param("id"));
      const rows = await listMoves(services.db, id, limit, { contactId, before: cursor });
      return context.json(toPage(rows, limit, (row) => [row.at, row.contactId, row.revision], toMoveView));
    },
  );

async function showMember(services: Services, idOrKey: string, contactId: string) {
  const { id } = await mustFindFunnel(services, idOrKey);
  const member = await findMember(services.d1, id, contactId);
  if (member === null) throw notFound("member", contactId);
  const name = (await findContact(services.db, contactId))?.name ?? null;
  return toMemberView({ ...member, name });
}
