// What is wrong with a template, what its texts cost, and how many people of a segment lack what it prints.
import type { Condition } from "#core/condition";
import { blockingPlaceholders, checkMessageTemplate, sizesOf } from "#core/message-template/check";
import type { TextSize } from "#core/message-template/check";
import { checkContents } from "#core/message-template/check-contents";
import type { TemplateFinding } from "#core/message-template/finding";
import type { MessageTemplate } from "#core/message-template/template";
import type { Channel } from "#core/message-template/wording";
import { countLacking } from "../db/segment/lacking.ts";
import type { Lacking } from "../db/segment/lacking.ts";
import type { Services } from "../services.ts";
import { readContentsFor } from "./read-contents.ts";

export interface CheckedTemplate {
  readonly findings: readonly TemplateFinding[];
  readonly sizes: readonly TextSize[];
  /** null where no segment was named. */
  readonly lacking: Lacking | null;
}

export async function checkTemplateFor(
  services: Services,
  template: MessageTemplate,
  audience: { readonly condition: Condition; readonly channel: Channel } | null,
): Promise<CheckedTemplate> {
  const [contents, lacking] = await Promise.all([
    readContentsFor(services, template),
    audience === null ? null : countFor(services, template, audience),
  ]);
  return {
    findings: [...checkMessageTemplate(template), ...checkContents(template, contents)],
    sizes: sizesOf(template),
    lacking,
  };
}

async function countFor(
  { d1, clock }: Services,
  template: MessageTemplate,
  { condition, channel }: { readonly condition: Condition; readonly channel: Channel },
): Promise<Lacking> {
  const names = blockingPlaceholders(template, channel);
  const attributes = names.map((name) => name.replace(/^contact\./, ""));
  const { people, counts } = await countLacking(d1, condition, attributes, clock.now());
  return { people, counts: counts.map(({ count }, nth) => ({ name: names[nth] ?? "", count })) };
}
