// Saves a template over the revision its author was looking at; what was launched keeps the words it holds.
import { and, eq } from "drizzle-orm";
import { withBodies } from "#core/message-template/check-contents";
import type { MessageTemplate } from "#core/message-template/template";
import type { Actor } from "../actor.ts";
import { templates } from "../db/schema/index.ts";
import type { TemplateRow } from "../db/templates.ts";
import { Problem } from "../errors.ts";
import type { Services } from "../services.ts";
import { mustFindTemplate, mustFindTemplateInUse } from "./find-template.ts";
import { readContentsFor } from "./read-contents.ts";
import { writeAs } from "./write-as.ts";

export interface ChangedTemplate {
  readonly revision: number;
  readonly name?: string | undefined;
  readonly document?: MessageTemplate | undefined;
}

/** Throws `not_found`, or `conflict` with the present revision where somebody saved in between. */
export async function changeTemplate(
  services: Services,
  actor: Actor,
  template: string,
  { revision, name, document }: ChangedTemplate,
): Promise<TemplateRow> {
  const { db, clock } = services;
  const { id } = await mustFindTemplateInUse(services, template);
  const contents = document === undefined ? null : await readContentsFor(services, document);
  const write = db
    .update(templates)
    .set({
      revision: revision + 1,
      changedAt: clock.now(),
      ...(name !== undefined && { name }),
      ...(document !== undefined && { document: withBodies(document, contents ?? []) }),
    })
    .where(and(eq(templates.id, id), eq(templates.revision, revision)));
  const deed = {
    action: "template.save",
    subject: { kind: "template", id },
    detail: { revision: revision + 1 },
  };
  const isSaved = await writeAs(services, actor, deed, write);
  const now = await mustFindTemplate(services, id);
  if (isSaved) return now;
  throw new Problem("conflict", `This was made from revision ${revision}; by now it is ${now.revision}.`, {
    revision: now.revision,
  });
}
