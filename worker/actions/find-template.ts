// The template that a request is about.
import { findTemplate } from "../db/templates.ts";
import type { TemplateRow } from "../db/templates.ts";
import { notFound, Problem } from "../errors.ts";
import type { Services } from "../services.ts";

/** By id or slug, archived or not. Throws `not_found`. */
export async function mustFindTemplate({ db }: Pick<Services, "db">, idOrSlug: string): Promise<TemplateRow> {
  const template = await findTemplate(db, idOrSlug);
  if (template === null) throw notFound("template", idOrSlug);
  return template;
}

/** One that is still in use. Throws `not_found`, or `conflict` for an archived one. */
export async function mustFindTemplateInUse(services: Services, idOrSlug: string): Promise<TemplateRow> {
  const template = await mustFindTemplate(services, idOrSlug);
  if (template.archivedAt !== null) throw new Problem("conflict", "This template is archived.");
  return template;
}
