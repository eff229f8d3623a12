// The audience of a campaign as it is at this moment, decided about person by person, a page at a time.
import type { Launched } from "#core/campaign/launched";
import { planOne } from "#core/campaign/plan";
import type { Candidate, Decision } from "#core/campaign/plan";
import { preparePlanning } from "#core/campaign/planning";
import { readAudience as readPage } from "../db/audience.ts";
import type { AudienceQuery } from "../db/audience.ts";
import type { Services } from "../services.ts";

const DAY_MS = 86_400_000;

export interface Decided {
  readonly decision: Decision;
  /** null for a row that makes no sense. */
  readonly person: Candidate | null;
}

export interface DecidedPage {
  readonly decided: readonly Decided[];
  /** null after the last. */
  readonly next: string | null;
}

/** What the audience of a campaign is asked for in D1. */
export function toQuery({ pinned, audience }: Launched): AudienceQuery {
  const { line, launchedAt, frequencyCap } = pinned;
  return {
    audience,
    now: launchedAt,
    lineId: line.id,
    channel: line.channel,
    fallbackChannel: pinned.fallback?.channel ?? null,
    withTags: Object.values(pinned.variants).some(({ kind }) => kind === "flow"),
    recentSince: frequencyCap === null ? null : launchedAt - frequencyCap.days * DAY_MS,
  };
}

/** Pages are in the order of contact ids; each contact is read once. One plan is made for all the pages a caller reads. */
export function openAudience({ d1 }: Pick<Services, "d1">, launched: Launched) {
  const query = toQuery(launched);
  const planning = preparePlanning(launched.pinned, launched.weights);
  return async (cursor: string | null, limit: number): Promise<DecidedPage> => {
    const { people, next } = await readPage(d1, query, cursor, limit);
    const decided = people.map((read): Decided => {
      if (read.kind === "broken") return { decision: read.excluded, person: null };
      return { decision: planOne(read.candidate, planning), person: read.candidate };
    });
    return { decided, next };
  };
}
