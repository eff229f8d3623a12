// Segments: who is meant, as a filter that finds people or a list they are put on.
import { Hono } from "hono";
import * as z from "zod";
import type { Condition } from "#core/condition";
import { archiveSegment } from "../../actions/archive-segment.ts";
import { changeSegment } from "../../actions/change-segment.ts";
import { createSegment } from "../../actions/create-segment.ts";
import { conditionOf, mustFindSegment } from "../../actions/find-segment.ts";
import { previewSegment } from "../../actions/preview-segment.ts";
import type { Actor } from "../../actor.ts";
import { readNames } from "../../db/segment/names.ts";
import { countPeople } from "../../db/segment/people.ts";
import { listSegments } from "../../db/segments.ts";
import type { Services } from "../../services.ts";
import type { ApiEnv } from "../env.ts";
import { needs } from "../guard.ts";
import { byId, toPageById } from "../page.ts";
import { pageOf, says } from "../says.ts";
import { takes } from "../takes.ts";
import { showContacts } from "../show-contacts.ts";
import {
  ChangedSegment,
  FilterToPreview,
  filterOf,
  NewSegment,
  SegmentPreviewView,
  SegmentView,
  SegmentWithCount,
  toSegmentView,
} from "../views/segment.ts";

const List = byId.extend({
  archived: z.stringbool().default(false).meta({ description: "Also those that are archived." }),
});

export const segments = new Hono<ApiEnv>()
  .get(
    "/",
    needs("viewer"),
    says("segments", "List the segments", pageOf(SegmentView)),
    takes("query", List),
    async (context) => {
      const { limit, cursor, archived } = context.req.valid("query");
      const { db, d1 } = context.get("services");
      const rows = await listSegments(db, limit, { before: cursor, withArchived: archived });
      const nameOf = await readNames(d1, rows.map(conditionOf));
      return context.json(toPageById(rows, limit, (row) => toSegmentView(row, nameOf)));
    },
  )
  .post(
    "/",
    needs("editor"),
    says("segments", "Keep a segment", SegmentWithCount, { status: 201 }),
    takes("json", NewSegment),
    async (context) => {
      const services = context.get("services");
      const { name, ...given } = context.req.valid("json");
      const filter = filterOf(given) ?? null;
      const { id } = await createSegment(services, context.get("actor"), { name, filter });
      return context.json(await showSegment(services, id), 201);
    },
  )
  .post(
    "/preview",
    needs("viewer"),
    says("segments", "Preview a filter that is not kept yet", SegmentPreviewView, {
      description: "The sentence, how many people it finds at this moment, and three of them.",
    }),
    takes("json", FilterToPreview),
    async (context) => {
      const services = context.get("services");
      const condition = filterOf(context.req.valid("json")) ?? { all: [] };
      return context.json(await showPreview(services, condition, context.get("actor")));
    },
  )
  .get(
    "/:id",
    needs("viewer"),
    says("segments", "Show a segment, by id or name", SegmentWithCount),
    async (context) => context.json(await showSegment(context.get("services"), context.req.param("id"))),
  )
  .put(
    "/:id",
    needs("editor"),
    says("segments", "Change a segment", SegmentWithCount, {
      description: "Refused where somebody saved it since `revision`. What was launched keeps what it holds.",
    }),
    takes("json", ChangedSegment),
    async (context) => {
      const services = context.get("services");
      const { revision, name, ...given } = context.req.valid("json");
      const change = { revision, name, filter: filterOf(given) };
      const { id } = await changeSegment(services, context.get("actor"), context.req.param("id"), change);
      return context.json(await showSegment(services, id));
    },
  )
  .post(
    "/:id/archive",
    needs("editor"),
    says("segments", "Take a segment out of use", SegmentWithCount),
    async (context) => {
      const services = context.get("services");
      const id = await archiveSegment(services, context.get("actor"), context.req.param("id"));
      return context.json(await showSegment(services, id));
    },
  )
  .get(
    "/:id/preview",
    needs("viewer"),
    says("segments", "Preview a segment", SegmentPreviewView, {
      description: "The sentence, how many people are in it at this moment, and three of them.",
    }),
    async (context) => {
      const services = context.get("services");
      const row = await mustFindSegment(services, context.req.param("id"));
      return context.json(await showPreview(services, conditionOf(row), context.get("actor")));
    },
  );

async function showPreview(services: Services, condition: Condition, actor: Actor) {
  const { samples, ...preview } = await previewSegment(services, condition);
  return { ...preview, samples: await showContacts(services, samples, actor) };
}

export async function showSegment(services: Services, idOrName: string) {
  const { d1, clock } = services;
  const row = await mustFindSegment(services, idOrName);
  const condition = conditionOf(row);
  const [nameOf, count] = await Promise.all([
    readNames(d1, [condition]),
    countPeople(d1, { condition, now: clock.now() }),
  ]);
  return { ...toSegmentView(row, nameOf), count };
}
