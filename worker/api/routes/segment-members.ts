// The people of a segment: a page at a time, put on a list or taken off it, and why somebody is in it.
import { Hono } from "hono";
import type * as z from "zod";
import { changeList } from "../../actions/change-list.ts";
import { explainMembership } from "../../actions/explain-membership.ts";
import { conditionOf, mustFindSegment } from "../../actions/find-segment.ts";
import { listPeople } from "../../db/segment/people.ts";
import type { Group as PeopleGroup } from "../../db/segment/list-writes.ts";
import type { Services } from "../../services.ts";
import type { ApiEnv } from "../env.ts";
import { needs } from "../guard.ts";
import { byTime } from "../page.ts";
import { pageOf, says } from "../says.ts";
import { takes } from "../takes.ts";
import { ContactView } from "../views/contact.ts";
import { showContactPage } from "../show-contacts.ts";
import { Group, MembershipView, SegmentWithCount } from "../views/segment.ts";
import { showSegment } from "./segments.ts";

export const segmentMembers = new Hono<ApiEnv>()
  .get(
    "/:id/members",
    needs("viewer"),
    says("segments", "List the people of a segment", pageOf(ContactView)),
    takes("query", byTime),
    async (context) => {
      const services = context.get("services");
      const { limit, cursor } = context.req.valid("query");
      const condition = conditionOf(await mustFindSegment(services, context.req.param("id")));
      const now = services.clock.now();
      const rows = await listPeople(services, { condition, now }, limit, cursor);
      return context.json(await showContactPage(services, rows, limit, context.get("actor")));
    },
  )
  .post(
    "/:id/members",
    needs("editor"),
    says("segments", "Put people on a list", SegmentWithCount),
    takes("json", Group),
    async (context) => {
      const services = context.get("services");
      const group = await toGroup(services, context.req.valid("json"));
      const id = await changeList(services, context.get("actor"), context.req.param("id"), "add", group);
      return context.json(await showSegment(services, id));
    },
  )
  .post(
    "/:id/members/remove",
    needs("editor"),
    says("segments", "Take people off a list", SegmentWithCount),
    takes("json", Group),
    async (context) => {
      const services = context.get("services");
      const group = await toGroup(services, context.req.valid("json"));
      const id = await changeList(services, context.get("actor"), context.req.param("id"), "remove", group);
      return context.json(await showSegment(services, id));
    },
  )
  .get(
    "/:id/members/:contactId",
    needs("viewer"),
    says("segments", "Say why somebody is in a segment, or is not", MembershipView),
    async (context) => {
      const services = context.get("services");
      const condition = conditionOf(await mustFindSegment(services, context.req.param("id")));
      return context.json(await explainMembership(services, condition, context.req.param("contactId")));
    },
  );

async function toGroup(services: Services, given: z.infer<typeof Group>): Promise<PeopleGroup> {
  if ("contacts" in given) return { kind: "contacts", contacts: given.contacts };
  if ("filter" in given) return { kind: "filter", condition: given.filter };
  if ("import" in given) return { kind: "import", importId: given.import };
  return { kind: "filter", condition: conditionOf(await mustFindSegment(services, given.segment)) };
}
