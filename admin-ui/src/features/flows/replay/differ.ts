// What would differ if a past conversation were held on the draft: the same words, played on both.
import type { Flow } from "#core/conversation/flow";
import { playScene } from "../preview/play.ts";
import type { Scene } from "../preview/play.ts";
import { toScript } from "./past.ts";
import type { Past } from "./past.ts";

export type Verdict =
  | { readonly kind: "same" }
  /** At least one sentence. */
  | { readonly kind: "differs"; readonly sentences: readonly string[] }
  | { readonly kind: "unplayable"; readonly why: string };

type Played = Extract<Scene, { kind: "played" }>;

/** `before`: the version it was held on. */
export function compareOn(past: Past, before: Flow, draft: Flow): Verdict {
  const { cast, startedAt, acts } = toScript(past);
  const play = (flow: Flow) => playScene(flow, { slug: "replay", cast, startedAt }, acts);
  const [then, now] = [play(before), play(draft)];
  if (then.kind === "unplayable") return then;
  if (now.kind === "unplayable") return now;
  const sentences = [...compareWords(then, now), ...compareAnswers(then, now), ...compareEnds(then, now)];
  return sentences.length === 0 ? { kind: "same" } : { kind: "differs", sentences };
}

/** The first thing we say differently; what comes after follows from it. */
function compareWords(then: Played, now: Played): readonly string[] {
  const [before, after] = [exchangesOf(then), exchangesOf(now)];
  for (const [place, { heard, said }] of before.entries()) {
    const [was, is] = [said.join("\n"), (after[place]?.said ?? []).join("\n")];
    if (was === is) continue;
    const when = heard === null ? "At the beginning" : `After “${shorten(heard)}”`;
    return [`${when} we said ${quote(was)}; the draft says ${quote(is)}.`];
  }
  return [];
}

interface Exchange {
  /** null where we began. */
  readonly heard: string | null;
  readonly said: string[];
}

/** What was said after each of their words. */
function exchangesOf({ turns }: Played): readonly Exchange[] {
  const exchanges: Exchange[] = [];
  for (const { input, step } of turns) {
    if (input.kind === "start") exchanges.push({ heard: input.words ?? null, said: [] });
    if (input.kind === "message" || input.kind === "choice") exchanges.push({ heard: input.text, said: [] });
    exchanges
      .at(-1)
      ?.said.push(...step.effects.flatMap((effect) => (effect.kind === "say" ? effect.text : [])));
  }
  return exchanges;
}

function compareAnswers(then: Played, now: Played): readonly string[] {
  const [before, after] = [then.state.answers, now.state.answers];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => {
    const [was, is] = [labelOf(before[name]), labelOf(after[name])];
    return was === is ? [] : `${name}: ${was} then, ${is} on the draft.`;
  });
}

function labelOf(answer: Played["state"]["answers"][string] | undefined): string {
  if (answer === undefined) return "no answer";
  return answer.skipped === true ? "skipped" : quote(answer.label);
}

function compareEnds(then: Played, now: Played): readonly string[] {
  const [was, is] = [endOf(then), endOf(now)];
  return was === is ? [] : [`It ${was} then; on the draft it ${is}.`];
}

function endOf({ state: { disposition, node } }: Played): string {
  return disposition === null ? `went on waiting at ${node ?? "its end"}` : `ended ${disposition}`;
}

const CHARACTERS_MAX = 120;

function quote(words: string): string {
  return words === "" ? "nothing" : `“${shorten(words)}”`;
}

function shorten(words: string): string {
  const line = words.replaceAll(/\s+/g, " ");
  return line.length > CHARACTERS_MAX ? `${line.slice(0, CHARACTERS_MAX - 1)}…` : line;
}
