// Everything a digest tells of a period, from the record and from the rotas.
import { listFailures, listFlows, listHours, sumAnswers, sumTraffic } from "#core/digest/counts";
import type { PeriodCounts } from "#core/digest/counts";
import { midnightAfter, spanBefore } from "#core/digest/due";
import type { DigestFigures, HelplineFigures } from "#core/digest/figures";
import { chooseNotable, shorten } from "#core/digest/notable";
import type { Notable } from "#core/digest/notable";
import { gaps } from "#core/rota/gaps";
import { datesAround } from "#core/rota/occurrences";
import type { Span } from "#core/rota/spans";
import { countPeriod } from "../db/digest-counts.ts";
import { readFinished, readNames } from "../db/digest-answers.ts";
import { listHelplines } from "../db/helplines.ts";
import { listCallable } from "../db/volunteers.ts";
import { readRota } from "../db/rota.ts";
import type { Services } from "../services.ts";

/** More groups than that are a network of organisations, each with a deployment of its own. */
const HELPLINES_MAX = 100;
const GAPS_MAX = 5;

export interface DigestQuestion {
  readonly span: Span;
  /** Of who reads it: its days are theirs. */
  readonly zone: string;
  /** Gaps are looked for until the end of so many days from now. */
  readonly daysAhead: number;
}

/** What needs somebody, and the gaps, are as of now; all else is of the period. */
export async function gatherDigest(
  services: Services,
  { span, zone, daysAhead }: DigestQuestion,
): Promise<DigestFigures> {
  const { d1 } = services;
  const counts = await countPeriod(d1, span, spanBefore(zone, span));
  const [notable, helplines] = await Promise.all([
    findNotable(d1, span),
    tellHelplines(services, counts, daysAhead),
  ]);
  const { now, before, categories, campaigns, alarms, notices, doubtful, deadLetters, emails } = counts;
  return {
    totals: sumTraffic(now),
    before: { ...before, answers: sumAnswers(before.runs) },
    failures: listFailures(now.messages),
    hours: listHours(counts, span.startsAt),
    flows: listFlows(now, before, notable),
    categories,
    campaigns,
    helplines,
    attention: {
      alarms,
      notices,
      deadLetters,
      emails,
      doubtful: doubtful.map(({ name, words }) => ({ name, words: shorten(words) })),
    },
  };
}

async function findNotable(d1: D1Database, span: Span): Promise<ReadonlyMap<string, readonly Notable[]>> {
  const answered = await readFinished(d1, span);
  const chosen = answered.map(({ flowId, document, runs }) => ({
    flowId,
    some: chooseNotable(document, runs),
  }));
  const addressIds = chosen.flatMap(({ some }) => some.map(({ addressId }) => addressId));
  const names = addressIds.length === 0 ? new Map<string, string>() : await readNames(d1, addressIds);
  const found = new Map<string, Notable[]>();
  for (const { flowId, some } of chosen) {
    const named = some.map((one) => ({ ...one, name: names.get(one.addressId) ?? null }));
    found.set(flowId, [...(found.get(flowId) ?? []), ...named]);
  }
  return found;
}

async function tellHelplines(
  { db, d1, clock }: Services,
  { calls, voicemails }: PeriodCounts,
  daysAhead: number,
): Promise<readonly HelplineFigures[]> {
  const [rows, callable] = await Promise.all([listHelplines(db, HELPLINES_MAX, {}), listCallable(d1)]);
  return Promise.all(
    rows.map(async (row): Promise<HelplineFigures> => {
      const { id, config } = row;
      const from = clock.now();
      const to = midnightAfter(config.zone, from, daysAhead + 1);
      const rota = await readRota(db, row, datesAround(from, to));
      const isThere = (volunteerId: string) => callable.get(id)?.has(volunteerId) === true;
      const mine = calls.filter(({ helplineId, outcome }) => helplineId === id && outcome !== "blocked");
      const sum = (outcomes: readonly (string | null)[]) =>
        mine.reduce((total, { outcome, count }) => total + (outcomes.includes(outcome) ? count : 0), 0);
      const left = voicemails.find(({ helplineId }) => helplineId === id);
      return {
        id,
        name: config.name,
        zone: config.zone,
        calls: mine.reduce((total, { count }) => total + count, 0),
        answered: sum(["answered", "forwarded"]),
        missed: sum(["missed"]),
        voicemails: left?.count ?? 0,
        unheard: left?.unheard ?? 0,
        gaps: gaps(rota, from, to, isThere)
          .filter(({ isOpen }) => isOpen)
          .slice(0, GAPS_MAX),
      };
    }),
  );
}
