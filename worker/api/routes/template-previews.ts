// Templates before they are sent: what is wrong with one, what it costs, what a few people would read.
import { Hono } from "hono";
import type * as z from "zod";
import type { MessageTemplate } from "#core/message-template/template";
import { checkTemplateFor } from "../../actions/check-template.ts";
import { conditionOf, mustFindSegment } from "../../actions/find-segment.ts";
import { mustFindTemplate } from "../../actions/find-template.ts";
import { SAMPLES } from "../../actions/preview-segment.ts";
import { previewTemplate } from "../../actions/preview-template.ts";
import { samplePeople } from "../../db/segment/people.ts";
import type { Services } from "../../services.ts";
import type { ApiEnv } from "../env.ts";
import { needs } from "../guard.ts";
import { says } from "../says.ts";
import { takes } from "../takes.ts";
import {
  DraftToCheck,
  DraftToPreview,
  TemplateCheck,
  TemplatePreviews,
  ToCheck,
  toPreview,
  ToPreview,
} from "../views/template-check.ts";

export const templatePreviews = new Hono<ApiEnv>()
  .post(
    "/check",
    needs("viewer"),
    says("templates", "Check a template that is not kept yet", TemplateCheck),
    takes("json", DraftToCheck),
    async (context) => {
      const { template, ...place } = context.req.valid("json");
      return context.json(await check(context.get("services"), template, place));
    },
  )
  .post(
    "/preview",
    needs("viewer"),
    says("templates", "Preview a template that is not kept yet", TemplatePreviews),
    takes("json", DraftToPreview),
    async (context) => {
      const { template, ...whom } = context.req.valid("json");
      return context.json(await preview(context.get("services"), template, whom));
    },
  )
  .post(
    "/:id/check",
    needs("viewer"),
    says("templates", "Check a template", TemplateCheck, {
      description: "With a segment: how many of its people lack what the template prints.",
    }),
    takes("json", ToCheck),
    async (context) => {
      const services = context.get("services");
      const { document } = await mustFindTemplate(services, context.req.param("id"));
      return context.json(await check(services, document, context.req.valid("json")));
    },
  )
  .post(
    "/:id/preview",
    needs("viewer"),
    says("templates", "Preview a template", TemplatePreviews, {
      description: "What a few people would read, each in their own language, and what each costs.",
    }),
    takes("json", ToPreview),
    async (context) => {
      const services = context.get("services");
      const { document } = await mustFindTemplate(services, context.req.param("id"));
      return context.json(await preview(services, document, context.req.valid("json")));
    },
  );

async function check(services: Services, template: MessageTemplate, place: z.infer<typeof ToCheck>) {
  const { segment, channel } = place;
  const audience =
    segment === undefined
      ? null
      : { condition: conditionOf(await mustFindSegment(services, segment)), channel };
  const { findings, sizes, lacking } = await checkTemplateFor(services, template, audience);
  return {
    findings: [...findings],
    sizes: sizes.map((size) => ({ ...size, costlyCharacters: [...size.costlyCharacters] })),
    lacking: lacking === null ? null : { people: lacking.people, counts: [...lacking.counts] },
  };
}

async function preview(services: Services, template: MessageTemplate, whom: z.infer<typeof ToPreview>) {
  const { segment, channel, contacts, language } = whom;
  const condition =
    segment === undefined ? { all: [] } : conditionOf(await mustFindSegment(services, segment));
  const now = services.clock.now();
  const ids = contacts ?? (await samplePeople(services.d1, { condition, now }, SAMPLES));
  const previews = await previewTemplate(services, template, ids, channel, language ?? null);
  return { data: previews.map(toPreview) };
}
