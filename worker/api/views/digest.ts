// Digests as the API shows them. Viewers see whose mail program it is, not the address.
import * as z from "zod";
import { DigestConfig } from "#core/digest/config";
import { nextDueAt } from "#core/digest/due";
import type { Actor } from "../../actor.ts";
import type { DigestPreview } from "../../actions/preview-digest.ts";
import type { DigestRow } from "../../db/digests.ts";
import { showEmail } from "./person.ts";
import { Time, toTime, toTimeOrNull } from "./time.ts";

export const DigestView = z
  .object({
    id: z.string(),
    ...DigestConfig.shape,
    email: z.string().meta({ description: "Viewers see how it begins." }),
    toldUntil: Time.meta({ description: "Everything before it was told, or was before their time." }),
    nextAt: Time.nullable().meta({ description: "When the next one comes; null after unsubscribing." }),
    unsubscribedAt: Time.nullable(),
    createdAt: Time,
    changedAt: Time,
  })
  .meta({ id: "Digest" });

export function toDigestView(
  { id, config, toldUntil, unsubscribedAt, createdAt, changedAt }: DigestRow,
  actor: Actor,
  now: number,
) {
  return {
    id,
    ...config,
    email: showEmail(config.email, actor),
    toldUntil: toTime(toldUntil),
    nextAt: toTimeOrNull(unsubscribedAt === null ? nextDueAt(config, toldUntil, now) : null),
    unsubscribedAt: toTimeOrNull(unsubscribedAt),
    createdAt: toTime(createdAt),
    changedAt: toTime(changedAt),
  };
}

export const DigestPreviewView = z
  .object({
    from: Time,
    to: Time,
    isQuiet: z.boolean().meta({ description: "Nothing happened, and nothing is to be done." }),
    subject: z.string(),
    document: z.looseObject({ blocks: z.array(z.looseObject({ kind: z.string() })) }),
    html: z.string(),
  })
  .meta({ id: "DigestPreview" });

export function toDigestPreviewView({ from, to, isQuiet, document, html }: DigestPreview) {
  const blocks = document.blocks.map((block) => ({ ...block }));
  return {
    from: toTime(from),
    to: toTime(to),
    isQuiet,
    subject: document.subject,
    document: { ...document, blocks },
    html,
  };
}
