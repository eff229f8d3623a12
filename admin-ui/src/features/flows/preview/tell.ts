// What one step of a conversation did, in words: the way it took, what it understood, what it changed.
import type { Effect, RunState } from "#core/conversation/run";
import type { Turn } from "#core/conversation/transcript";

export interface Told {
  readonly kind: "way" | "answer" | "change" | "problem" | "end";
  readonly text: string;
}

/** Everything but what was said, which stands in the thread. */
export function tellTurn({ input, step: { state, visits, effects, unmatched } }: Turn): readonly Told[] {
  const way = visits
    .filter(({ to }) => to !== null)
    .map(({ node, to }): Told => ({ kind: "way", text: `${node} → ${to === "end" ? "the end" : to}` }));
  const waiting = visits.findLast(({ to }) => to === null);
  const waits: Told[] = waiting === undefined ? [] : [{ kind: "way", text: `waits at ${waiting.node}` }];
  const misheard: Told[] =
    unmatched === true ? [{ kind: "problem", text: "Nothing here takes these words; keywords may." }] : [];
  const isSpoken = input.kind === "message" || input.kind === "choice";
  const isRefused = isSpoken && visits.length === 0 && state.phase === "asking" && state.tries > 0;
  if (isRefused) misheard.push({ kind: "problem", text: `no answer to ${state.node}: try ${state.tries}` });
  return [...misheard, ...effects.flatMap((effect) => tellEffect(effect) ?? []), ...way, ...waits];
}

export function tellEffect(effect: Effect): Told | null {
  switch (effect.kind) {
    case "say":
      return null;
    case "record-answer": {
      const { name, answer } = effect;
      const text = answer.skipped === true ? `${name} was skipped` : `${name}: ${answer.label}`;
      return { kind: "answer", text };
    }
    case "set-field":
      return change(
        effect.value === null ? `forgets ${effect.name}` : `remembers ${effect.name}: ${effect.value}`,
      );
    case "set-language":
      return change(`goes on in ${effect.language}`);
    case "add-tag":
      return change(`tags them “${effect.tag}”`);
    case "remove-tag":
      return change(`takes off the tag “${effect.tag}”`);
    case "categorise":
      return change(`sorts them into “${effect.category}” of ${effect.funnel}`);
    case "grant-consent":
      return change(`notes their consent: “${effect.words}”`);
    case "notify":
      return change(`tells the staff: ${effect.text}`);
    case "report":
      return { kind: "problem", text: effect.problem };
    case "hand-off":
      return change(
        effect.note === "" ? "asks the staff to take over" : `asks the staff to take over: ${effect.note}`,
      );
    case "enrol":
      return change(`begins the flow ${effect.flow}`);
    case "finish":
      return { kind: "end", text: `ends: ${effect.disposition}` };
    default:
      return effect satisfies never;
  }
}

function change(text: string): Told {
  return { kind: "change", text };
}

const WAKES: Readonly<Record<NonNullable<RunState["wake"]>["reason"], string>> = {
  reminder: "Reminder",
  deadline: "Deadline",
  wait: "The wait ends",
  expiry: "The conversation expires",
};

/** What silence leads to next, and how many milliseconds from `now`; null where only words can move it. */
export function nextWake(
  { wake }: Pick<RunState, "wake">,
  now: number,
): { readonly ms: number; readonly what: string } | null {
  return wake === null ? null : { ms: Math.max(0, wake.at - now), what: WAKES[wake.reason] };
}

/** "in 2 days", "in 40 minutes": the largest unit that fits, rounded. */
export function inTime(ms: number): string {
  const words = new Intl.RelativeTimeFormat("en");
  if (ms >= 2 * 86_400_000) return words.format(Math.round(ms / 86_400_000), "day");
  if (ms >= 2 * 3_600_000) return words.format(Math.round(ms / 3_600_000), "hour");
  return words.format(Math.ceil(ms / 60_000), "minute");
}
