// What a digest says, or would say, about any days.
import type { DigestConfig } from "#core/digest/config";
import { lastDue, spanOfDates } from "#core/digest/due";
import type { MailDocument } from "#core/mail/document";
import type { Actor } from "../actor.ts";
import { mayAct } from "../actor.ts";
import { renderHtml } from "../email/render-html.ts";
import { Problem } from "../errors.ts";
import type { Services } from "../services.ts";
import { composeDigest } from "./compose-digest.ts";

export interface DigestPreview {
  readonly from: number;
  readonly to: number;
  readonly isQuiet: boolean;
  readonly document: MailDocument;
  readonly html: string;
}

/** A preview reads as much as a digest: no more than a month. */
const DAYS_MAX = 31;

/** Without dates, the last period. Whoever may not see numbers sees none in it. Throws `invalid`. */
export async function previewDigest(
  services: Services,
  actor: Actor,
  config: DigestConfig,
  dates: { readonly from?: string | undefined; readonly to?: string | undefined },
): Promise<DigestPreview> {
  const now = services.clock.now();
  const { from, to = from } = dates;
  const span =
    from === undefined || to === undefined ? lastDue(config, now) : spanOfDates(config.zone, from, to);
  const days = (span.endsAt - span.startsAt) / 86_400_000;
  if (days <= 0 || days > DAYS_MAX + 1)
    throw new Problem(
      "invalid",
      `A preview is of 1 to ${DAYS_MAX} days: \`from\` and \`to\`, both included.`,
    );
  const period = days > 2 ? "weekly" : "daily";
  const { document, isQuiet } = await composeDigest(
    services,
    null,
    { ...config, period },
    { ...span, dueAt: now },
    { isMasked: !mayAct(actor, "editor") },
  );
  return { from: span.startsAt, to: span.endsAt, isQuiet, document, html: renderHtml(document) };
}
