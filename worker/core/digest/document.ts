// A period in numbers as an e-mail worth reading in thirty seconds: its first line says whether anything needs anybody.
import type { Block, Figure, MailDocument } from "#core/mail/document";
import { LINES_MAX, listAttention } from "./attention.ts";
import type { DigestConfig } from "./config.ts";
import type { Due } from "./due.ts";
import type { DigestFigures } from "./figures.ts";
import { drawRush } from "./rush.ts";
import { countDays, sayChange, sayInstant, sayNumber, sayPeriod } from "./say.ts";
import type { Saying } from "./say.ts";
import { tellCampaigns, tellFlows, tellHelplines, tellMessages } from "./sections.ts";
import { digestWords } from "./words.ts";

/** One that comes later says so: it is not yesterday any more that the reader thinks of. */
const LATE_MS = 3 * 3_600_000;

export interface DigestPlace {
  readonly due: Due;
  readonly now: number;
  /** Of the product, without a slash at its end. */
  readonly publicUrl: string;
  /** Absent in a preview. */
  readonly unsubscribeUrl?: string;
}

/** Whether nothing happened and nothing is to be done. */
export function isQuiet(figures: DigestFigures): boolean {
  const { received, sent, failed, answers, optOuts } = figures.totals;
  const { flows, categories, campaigns, helplines } = figures;
  const happened =
    received + sent + failed + answers + optOuts + flows.length + categories.length + campaigns.length;
  const calls = helplines.reduce((count, helpline) => count + helpline.calls + helpline.voicemails, 0);
  return happened + calls === 0 && listAttention(figures, digestWords("en")).length === 0;
}

export function composeDigest(
  figures: DigestFigures,
  { zone, period, sections }: Pick<DigestConfig, "zone" | "period" | "sections">,
  { due, now, publicUrl, unsubscribeUrl }: DigestPlace,
): MailDocument {
  const words = digestWords("en");
  const saying: Saying = { words, span: due, zone };
  const needs = listAttention(figures, words);
  const title = sayPeriod(saying);
  const verdict =
    needs.length > 0 ? words.needs(needs.length) : isQuiet(figures) ? words.quiet : words.nothingNeeded;
  const tells = (section: DigestConfig["sections"][number]) => sections.includes(section);
  return {
    language: words.language,
    subject: `${title}: ${isQuiet(figures) ? words.quietShort : needs.length > 0 ? verdict.replace(/:$/, "") : summarise(figures, saying)}`,
    preview: needs.length > 0 ? needs.join("; ") : verdict,
    blocks: [
      { kind: "heading", text: title },
      ...tellNeeds(verdict, needs, saying),
      ...quoteDoubtful(figures, saying),
      ...tellDelay(saying, { due, now }, period),
      ...(isQuiet(figures)
        ? []
        : [
            { kind: "figures", figures: tellTotals(figures, saying) } as const,
            ...drawRush(figures, saying),
            ...(tells("messages") ? tellMessages(figures, saying) : []),
            ...(tells("answers") ? tellFlows(figures, saying) : []),
            ...(tells("campaigns") ? tellCampaigns(figures.campaigns, saying) : []),
            ...(tells("helplines") ? tellHelplines(figures.helplines, saying) : []),
            { kind: "button", text: words.open, url: `${publicUrl}/` } as const,
          ]),
    ],
    reason: words.because(period === "daily"),
    ...(unsubscribeUrl !== undefined && { unsubscribeUrl }),
  };
}

function tellNeeds(verdict: string, needs: readonly string[], { words }: Saying): readonly Block[] {
  if (needs.length === 0) return [{ kind: "text", text: verdict, tone: "good" }];
  const shown = needs.slice(0, LINES_MAX);
  const left = needs.length - shown.length;
  const items = left > 0 ? [...shown, words.attention.more(left)] : shown;
  return [
    { kind: "text", text: verdict, tone: "bad" },
    { kind: "list", items },
  ];
}

/** A period that is longer than it should be, or told late, says why. */
function tellDelay(
  saying: Saying,
  { due, now }: Pick<DigestPlace, "due" | "now">,
  period: DigestConfig["period"],
): readonly Block[] {
  const { words } = saying;
  const days = countDays(due);
  if (days > (period === "daily" ? 1 : 7)) return [{ kind: "text", text: words.covers(days) }];
  return now - due.dueAt > LATE_MS ? [{ kind: "text", text: words.late(sayInstant(saying, due.dueAt)) }] : [];
}

function tellTotals({ totals, before, helplines }: DigestFigures, saying: Saying): readonly Figure[] {
  const { figures: labels, answeredOf } = saying.words;
  const figures = (["received", "sent", "answers"] as const).map((name) => ({
    label: labels[name],
    value: sayNumber(saying, totals[name]),
    note: sayChange(saying, totals[name], before[name]),
  }));
  const { calls, answered } = sumCalls(helplines);
  if (calls === 0) return figures;
  const value = answeredOf(sayNumber(saying, answered), sayNumber(saying, calls));
  return [...figures, { label: labels.calls, value }];
}

function summarise({ totals, helplines }: DigestFigures, { words }: Saying): string {
  const { calls } = sumCalls(helplines);
  return words.summary(words.texts(totals.received), words.answers(totals.answers), words.calls(calls));
}

function sumCalls(helplines: DigestFigures["helplines"]): { calls: number; answered: number } {
  return helplines.reduce(
    (sum, one) => ({ calls: sum.calls + one.calls, answered: sum.answered + one.answered }),
    {
      calls: 0,
      answered: 0,
    },
  );
}

function quoteDoubtful({ attention }: DigestFigures, { words }: Saying): readonly Block[] {
  return attention.doubtful.map(({ name, words: text }) => ({
    kind: "quote",
    text,
    by: `${words.attention.doubtful} \u00b7 ${name ?? words.flows.somebody}`,
  }));
}
