// Which answers a reader should see in full: few, by rule, and whoever gave them by name, never by number.
import type { Flow } from "#core/conversation/flow";
import type { RecordedAnswer } from "#core/record";
import { wholeCharacters } from "../text/clean.ts";

export interface FinishedRun {
  readonly id: string;
  readonly addressId: string;
  readonly answers: Readonly<Record<string, RecordedAnswer>>;
}

export type NotableKind = "lowest" | "highest" | "longest";

export interface Notable {
  readonly kind: NotableKind;
  readonly runId: string;
  readonly addressId: string;
  /** Null where nobody knows it. */
  readonly name: string | null;
  /** What they rated it, such as "1 of 5"; null where nothing was rated. */
  readonly rating: string | null;
  /** The longest of their own words; null where they used none. */
  readonly words: string | null;
}

/** A flow has room for one of each kind, and a page for so many words of each. */
const WORDS_CHARACTERS_MAX = 240;
/** A longer answer than the others is only worth a look when it is a sentence. */
const LONG_CHARACTERS_MIN = 60;

interface Read {
  readonly run: FinishedRun;
  /** The first rating of the flow, from 0 (worst) to 1 (best). */
  readonly share: number | null;
  readonly rating: string | null;
  readonly words: string | null;
}

/**
 * At most one of each kind, no conversation twice. The lowest rating only if it is in the lower half, the highest only in the
 * upper; of equal ones whoever said more.
 */
export function chooseNotable(flow: Flow, runs: readonly FinishedRun[]): readonly Notable[] {
  const rules = rulesOf(flow);
  const read = runs.map((run) => readRun(run, rules));
  const chosen: Notable[] = [];
  const choose = (kind: NotableKind, pick: (left: readonly Read[]) => Read | undefined) => {
    const found = pick(read.filter(({ run }) => !chosen.some(({ runId }) => runId === run.id)));
    if (found === undefined) return;
    const { run, rating, words } = found;
    chosen.push({
      kind,
      runId: run.id,
      addressId: run.addressId,
      name: null,
      rating,
      words: words === null ? null : shorten(words),
    });
  };
  choose("lowest", (left) => best(left, ({ share }) => (share !== null && share < 0.5 ? 1 - share : null)));
  choose("highest", (left) => best(left, ({ share }) => (share !== null && share > 0.5 ? share : null)));
  choose("longest", (left) =>
    best(left, ({ words }) => (words !== null && words.length >= LONG_CHARACTERS_MIN ? words.length : null)),
  );
  return chosen;
}

interface Rule {
  readonly name: string;
  readonly kind: "scale" | "text";
  readonly min: number;
  readonly max: number;
}

function rulesOf({ nodes }: Flow): readonly Rule[] {
  return nodes.flatMap((node): Rule[] => {
    if (node.kind !== "ask") return [];
    const name = node.saveAs ?? node.id.replaceAll("-", "_");
    const { answer } = node;
    if (answer.kind === "rating") return [{ name, kind: "scale", min: answer.min, max: answer.max }];
    if (answer.kind === "nps") return [{ name, kind: "scale", min: 0, max: 10 }];
    return answer.kind === "text" ? [{ name, kind: "text", min: 0, max: 0 }] : [];
  });
}

function readRun(run: FinishedRun, rules: readonly Rule[]): Read {
  const given = (kind: Rule["kind"]) =>
    rules.flatMap((rule) => {
      const answer = rule.kind === kind ? run.answers[rule.name] : undefined;
      return answer === undefined || answer.skipped ? [] : [{ rule, answer }];
    });
  const scale = given("scale").find(({ answer }) => typeof answer.value === "number");
  const value = Number(scale?.answer.value);
  const words = given("text")
    .map(({ answer }) => answer.label.trim())
    .reduce((longest, each) => (each.length > longest.length ? each : longest), "");
  return {
    run,
    share: scale === undefined ? null : (value - scale.rule.min) / (scale.rule.max - scale.rule.min),
    rating: scale === undefined ? null : `${value}/${scale.rule.max}`,
    words: words === "" ? null : words,
  };
}

function best(left: readonly Read[], scoreOf: (read: Read) => number | null): Read | undefined {
  const scored = left.flatMap((read) => {
    const score = scoreOf(read);
    return score === null ? [] : [{ read, score, length: read.words?.length ?? 0 }];
  });
  return scored.toSorted((a, b) => b.score - a.score || b.length - a.length)[0]?.read;
}

/** For a reader in a hurry. */
export function shorten(words: string): string {
  if (words.length <= WORDS_CHARACTERS_MAX) return words;
  const cut = words.slice(0, wholeCharacters(words, WORDS_CHARACTERS_MAX));
  return `${cut.replace(/\s+\S*$/, "")}\u2026`;
}
