// Puts people into a funnel: at its first stage, due at once. Who is in it stays where they are; who has left may begin again.
import type { PinnedAudience } from "#core/campaign/launched";
import { zoneOf } from "#core/funnel/check";
import { dateIn } from "#core/zone-clock";
import type { Actor } from "../actor.ts";
import { enrolPage, listEnrolled } from "../db/funnel-enrolment.ts";
import { findPlacedFunnel } from "../db/funnels.ts";
import { findNamedSegment } from "../db/means.ts";
import { notFound } from "../errors.ts";
import type { Services } from "../services.ts";
import { mustFindFunnelInUse } from "./find-funnel.ts";
import { recordDeed } from "./write-as.ts";

/** Contacts a page: their ids, as JSON, stay far below what a parameter of D1 holds. */
const PAGE = 5_000;

export type Newcomers =
  | { readonly kind: "contacts"; readonly contacts: readonly string[] }
  /** By id or name: whoever is in it at this moment. */
  | { readonly kind: "segment"; readonly segment: string }
  /** Everybody an import brought or changed. */
  | { readonly kind: "import"; readonly importId: string };

export interface Enrolled {
  /** In it for the first time. */
  readonly added: number;
  /** Had left, and begin again. */
  readonly returned: number;
  /** Were in it already, or have left and were not to return. */
  readonly same: number;
}

/** Doing it twice changes nothing. Throws `not_found` for the funnel or the segment. */
export async function enrolInFunnel(
  services: Services,
  actor: Actor,
  idOrKey: string,
  newcomers: Newcomers,
  again: boolean,
): Promise<Enrolled> {
  const { db, d1, clock } = services;
  const { id } = await mustFindFunnelInUse(services, idOrKey);
  const placed = await findPlacedFunnel(db, id);
  const first = placed?.funnel.config.stages[0];
  if (placed === null || first === undefined) throw notFound("funnel", idOrKey);
  const now = clock.now();
  const day = dateIn(zoneOf(placed.funnel.config, placed.line), now);
  const audience = await meant(services, newcomers);
  const enrolled = { added: 0, returned: 0, same: 0 };
  for (let cursor: string | null = ""; cursor !== null;) {
    const ids: readonly string[] = await listEnrolled(d1, audience, { after: cursor, limit: PAGE, now });
    const page = await enrolPage(d1, { funnelId: id, stage: first.id, ids, again, now, day });
    enrolled.added += page.added;
    enrolled.returned += page.returned;
    enrolled.same += ids.length - page.added - page.returned;
    cursor = ids.length < PAGE ? null : (ids.at(-1) ?? null);
  }
  await recordDeed(services, actor, {
    action: "funnel.enrol",
    subject: { kind: "funnel", id },
    detail: { by: newcomers.kind, ...enrolled },
  });
  return enrolled;
}

export type Meant = PinnedAudience | { readonly kind: "import"; readonly importId: string };

async function meant({ db }: Services, newcomers: Newcomers): Promise<Meant> {
  if (newcomers.kind !== "segment") return newcomers;
  const segment = await findNamedSegment(db, newcomers.segment);
  if (segment === null) throw notFound("segment", newcomers.segment);
  const condition = segment.filter ?? { path: "lists", op: "eq", value: segment.id };
  return { kind: "condition", condition };
}
