// A new message template.
import { withBodies } from "#core/message-template/check-contents";
import type { MessageTemplate } from "#core/message-template/template";
import type { Actor } from "../actor.ts";
import { templates } from "../db/schema/index.ts";
import type { TemplateRow } from "../db/templates.ts";
import type { Services } from "../services.ts";
import { readContentsFor } from "./read-contents.ts";
import { writeAs } from "./write-as.ts";

export interface NewTemplate {
  readonly slug: string;
  readonly name: string;
  readonly document: MessageTemplate;
}

/** Throws `conflict` where the slug is taken, also by an archived template: campaigns are kept under it. */
export async function createTemplate(
  services: Services,
  actor: Actor,
  { slug, name, document }: NewTemplate,
): Promise<TemplateRow> {
  const contents = await readContentsFor(services, document);
  const now = services.clock.now();
  const row: TemplateRow = {
    id: services.mint(),
    slug,
    name,
    document: withBodies(document, contents ?? []),
    revision: 1,
    createdAt: now,
    createdBy: actor.id,
    changedAt: now,
    archivedAt: null,
  };
  const deed = { action: "template.create", subject: { kind: "template", id: row.id }, detail: { slug } };
  const taken = `There is a template "${slug}" already, perhaps an archived one.`;
  await writeAs(services, actor, deed, services.db.insert(templates).values(row), { taken });
  return row;
}
