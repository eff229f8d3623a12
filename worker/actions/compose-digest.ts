// One person's digest of one period.
import type { DigestConfig } from "#core/digest/config";
import { composeDigest as compose, isQuiet } from "#core/digest/document";
import type { Due } from "#core/digest/due";
import type { DigestFigures } from "#core/digest/figures";
import { maskFigures, narrow } from "#core/digest/narrow";
import type { MailDocument } from "#core/mail/document";
import type { Services } from "../services.ts";
import { linkToUnsubscribe } from "../unsubscribe-link.ts";
import { gatherDigest } from "./gather-digest.ts";

/** A shift of this evening and of tomorrow can still be filled; a week is looked ahead by who hears once a week. */
const DAYS_AHEAD = { daily: 1, weekly: 7 } as const;

/** Figures of periods, each gathered once however many get it. */
export type Gathered = Map<string, Promise<DigestFigures>>;

export interface Composed {
  readonly document: MailDocument;
  readonly isQuiet: boolean;
}

/** `id` null is nobody's: it cannot be unsubscribed from. `isMasked`: without anybody's number. */
export async function composeDigest(
  services: Services,
  id: string | null,
  config: DigestConfig,
  due: Due,
  {
    gathered = new Map(),
    isMasked = false,
  }: { readonly gathered?: Gathered; readonly isMasked?: boolean } = {},
): Promise<Composed> {
  const daysAhead = DAYS_AHEAD[config.period];
  const key = [config.zone, due.startsAt, due.endsAt, daysAhead].join(" ");
  const known = gathered.get(key) ?? gatherDigest(services, { span: due, zone: config.zone, daysAhead });
  gathered.set(key, known);
  const mine = narrow(await known, config);
  const figures = isMasked ? maskFigures(mine) : mine;
  const { clock, settings } = services;
  const document = compose(figures, config, {
    due,
    now: clock.now(),
    publicUrl: settings.PUBLIC_URL,
    ...(id !== null && { unsubscribeUrl: await linkToUnsubscribe(services, id) }),
  });
  return { document, isQuiet: isQuiet(figures) };
}
