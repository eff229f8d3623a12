// What differs between two versions of a flow, in words: which steps came, went or moved, and what they say now.
import type { Draft, Step } from "./draft.ts";
import { nameLanguage, nameStep, STEP_NAMES } from "./say-step.ts";
import { toNode, WEEK_MINUTES } from "./to-flow.ts";

export interface Difference {
  readonly kind: "added" | "removed" | "changed" | "moved";
  /** The step's id; null for the flow as a whole. */
  readonly node: string | null;
  readonly title: string;
  readonly changes: readonly Change[];
}

export interface Change {
  /** `text, English`; `answer.options[1].label, English`. */
  readonly what: string;
  /** null where there was nothing. */
  readonly before: string | null;
  readonly after: string | null;
}

/** From `before` to `after`, in the order of the flow that is new, the removed ones last. */
export function compareDrafts(before: unknown, after: unknown): readonly Difference[] {
  const [old, now] = [stepsOf(before), stepsOf(after)];
  const [language = "en"] = languagesOf(after);
  const oldById = new Map(old.map((step) => [step.id, step]));
  const ids = new Set(now.map(({ id }) => id));
  const moved = movedIds(
    old.map(({ id }) => id).filter((id) => ids.has(id)),
    now.map(({ id }) => id).filter((id) => oldById.has(id)),
  );
  const general = changesBetween(withoutSteps(before), withoutSteps(after), "");
  const kept = now.flatMap((step): Difference[] => {
    const title = titleOf(step, language);
    const earlier = oldById.get(step.id);
    if (earlier === undefined)
      return [{ kind: "added", node: step.id, title, changes: changesBetween({}, textsOf(step), "") }];
    const changes = changesBetween(earlier, step, "");
    if (changes.length > 0) return [{ kind: "changed", node: step.id, title, changes }];
    return moved.has(step.id) ? [{ kind: "moved", node: step.id, title, changes: [] }] : [];
  });
  const removed = old
    .filter(({ id }) => !ids.has(id))
    .map((step): Difference => {
      const changes = changesBetween(textsOf(step), {}, "");
      return { kind: "removed", node: step.id, title: titleOf(step, language), changes };
    });
  const whole: Difference = { kind: "changed", node: null, title: "Settings of the flow", changes: general };
  const languages = new Set([...languagesOf(before), ...languagesOf(after)]);
  return [...(general.length > 0 ? [whole] : []), ...kept, ...removed].map((difference) => ({
    ...difference,
    changes: difference.changes.map((change) => ({ ...change, what: inFull(change.what, languages) })),
  }));
}

/** `text, en` as `text, English`. */
function inFull(what: string, languages: ReadonlySet<string>): string {
  return what
    .split(", ")
    .map((part) => (languages.has(part) ? nameLanguage(part) : part))
    .join(", ");
}

function titleOf(step: Step, language: string): string {
  return `${STEP_NAMES[step.kind] ?? step.kind}: ${nameStep(step, language)}`;
}

/** What a step says: that is what readers want to know of one that came or went. */
function textsOf(step: Step): object {
  return "text" in step && step.text !== undefined ? { text: step.text } : {};
}

function changesBetween(before: unknown, after: unknown, at: string): Change[] {
  if (before === after) return [];
  if (isRecord(before) && isRecord(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    const isList = Array.isArray(before) && Array.isArray(after);
    return keys.flatMap((key) => changesBetween(before[key], after[key], join(at, key, isList)));
  }
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  // A text that is new is said language by language.
  if (before === undefined && isRecord(after) && !Array.isArray(after)) return changesBetween({}, after, at);
  if (after === undefined && isRecord(before) && !Array.isArray(before))
    return changesBetween(before, {}, at);
  return [{ what: at, before: say(before), after: say(after) }];
}

function join(at: string, key: string, isList: boolean): string {
  if (isList) return `${at} ${Number(key) + 1}`;
  return at === "" ? key : `${at}, ${key}`;
}

function say(value: unknown): string | null {
  if (value === undefined) return null;
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Of the steps in both, the fewest that explain the new order: all outside a longest common run. */
function movedIds(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const place = new Map(before.map((id, index) => [id, index]));
  const places = after.map((id) => place.get(id) ?? 0);
  // Patience: the last of each pile, and who stood on the pile to its left.
  const piles: number[] = [];
  const left: number[] = [];
  for (const [index, value] of places.entries()) {
    let pile = piles.findIndex((top) => (places[top] ?? 0) >= value);
    if (pile === -1) pile = piles.length;
    left[index] = pile === 0 ? -1 : (piles[pile - 1] ?? -1);
    piles[pile] = index;
  }
  const stayed = new Set<string>();
  for (let index = piles.at(-1) ?? -1; index !== -1; index = left[index] ?? -1)
    stayed.add(after[index] ?? "");
  return new Set(after.filter((id) => !stayed.has(id)));
}

function stepsOf(draft: unknown): readonly Step[] {
  return isRecord(draft) && Array.isArray(draft["nodes"])
    ? (draft["nodes"] as Draft["nodes"]).map(toNode)
    : [];
}

function languagesOf(draft: unknown): readonly string[] {
  return isRecord(draft) && Array.isArray(draft["languages"]) ? (draft["languages"] as string[]) : [];
}

function withoutSteps(draft: unknown): unknown {
  if (!isRecord(draft)) return {};
  const { nodes: _nodes, ...rest } = draft;
  return { expiresAfterMinutes: WEEK_MINUTES, ...rest };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
