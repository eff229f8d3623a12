// The parts of a digest below its first lines; one that has nothing to tell is not there.
import type { Block } from "#core/mail/document";
import type { CampaignFigures, DigestFigures, FlowFigures, HelplineFigures } from "./figures.ts";
import { sayNumber } from "./say.ts";
import type { Saying } from "./say.ts";

/** What fits into thirty seconds. */
const FAILURES_MAX = 5;
const ROWS_MAX = 8;

export function tellMessages({ totals, failures }: DigestFigures, saying: Saying): readonly Block[] {
  const { messages: say, deliveredOf } = saying.words;
  const number = (value: number) => sayNumber(saying, value);
  const { sent, delivered, failed, optOuts } = totals;
  if (sent + optOuts + failed === 0) return [];
  const percent = `${Math.round((delivered / Math.max(1, sent)) * 100)} %`;
  const rows = [
    { label: say.delivered, value: deliveredOf(number(delivered), number(sent), percent) },
    { label: say.failed, value: number(failed) },
    { label: say.optOuts, value: number(optOuts) },
  ];
  const reasons = failures.slice(0, FAILURES_MAX).map(({ words, count }) => [words, number(count)]);
  return [
    { kind: "heading", text: say.title },
    { kind: "facts", rows },
    ...(reasons.length === 0
      ? []
      : ([{ kind: "table", head: [say.reason, say.count], rows: reasons, numeric: [1] }] as const)),
  ];
}

export function tellFlows({ flows, categories }: DigestFigures, saying: Saying): readonly Block[] {
  const { flows: say } = saying.words;
  if (flows.length + categories.length === 0) return [];
  const shown = flows.slice(0, ROWS_MAX);
  const number = (value: number) => sayNumber(saying, value);
  const bars = shown.map(({ name, begun, completed }) => ({
    label: name,
    value: completed,
    note: say.note(number(completed), number(begun)),
  }));
  const moved = categories.slice(0, ROWS_MAX).map(({ funnel, category, people }) => ({
    label: `${funnel}: ${category}`,
    value: say.people(people),
  }));
  return [
    { kind: "heading", text: say.title },
    ...(bars.length === 0 ? [] : ([{ kind: "bars", label: say.bars, bars }] as const)),
    ...shown.flatMap((flow) => quoteNotable(flow, saying)),
    ...(moved.length === 0
      ? []
      : ([
          { kind: "text", text: say.categories },
          { kind: "facts", rows: moved },
        ] as const)),
  ];
}

function quoteNotable({ name: flow, notable }: FlowFigures, { words: { flows: say } }: Saying): Block[] {
  return notable.map(({ kind, name, rating, words }) => {
    const what = rating === null ? say.notable[kind] : `${say.notable[kind]}, ${rating}`;
    const by = `${what} \u00b7 ${say.inFlow(name ?? say.somebody, flow)}`;
    return words === null ? { kind: "text", text: by } : { kind: "quote", text: words, by };
  });
}

export function tellCampaigns(campaigns: readonly CampaignFigures[], saying: Saying): readonly Block[] {
  const { title, head, state } = saying.words.campaigns;
  if (campaigns.length === 0) return [];
  const number = (value: number) => sayNumber(saying, value);
  const rows = campaigns
    .slice(0, ROWS_MAX)
    .map((one) => [
      `${one.name} (${state[one.state]})`,
      `${number(one.sent)}/${number(one.planned)}`,
      number(one.delivered),
      number(one.failed),
      number(one.replied),
    ]);
  return [
    { kind: "heading", text: title },
    { kind: "table", head, rows, numeric: [1, 2, 3, 4] },
  ];
}

export function tellHelplines(helplines: readonly HelplineFigures[], saying: Saying): readonly Block[] {
  const { title, head } = saying.words.helplines;
  const rows = helplines
    .filter(({ calls, voicemails }) => calls + voicemails > 0)
    .slice(0, ROWS_MAX)
    .map(({ name, calls, answered, missed, voicemails }) => [
      name,
      ...[calls, answered, missed, voicemails].map((value) => sayNumber(saying, value)),
    ]);
  if (rows.length === 0) return [];
  return [
    { kind: "heading", text: title },
    { kind: "table", head, rows, numeric: [1, 2, 3, 4] },
  ];
}
