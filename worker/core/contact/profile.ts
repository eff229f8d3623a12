// What a conversation changes about the person: the copy it goes on with, and the change D1 is told of.
import type { Effect } from "#core/conversation/run";
import { changePerson } from "#core/conversation/change-person";
import type { Profile } from "#core/contact/memory";
import type { ProfileChange } from "#core/record";

/** More things than any flow changes about one person; beyond it D1 has surely heard of the oldest. */
const RECENT_MAX = 100;
const BLANK: Profile = { language: null, zone: null, fields: {}, tags: [], categories: {} };

/** The profile after an effect and the dated change to record; null for an effect that changes none of it. */
export function changeProfile(
  before: Profile | null,
  effect: Effect,
  at: number,
  source: string,
): { profile: Profile; change: ProfileChange } | null {
  const change = toChange(effect, at, source);
  return change === null ? null : { profile: changePerson(before ?? BLANK, effect), change };
}

/** The profile after a change that was made before and is not in it. */
export function applyChange(before: Profile | null, change: ProfileChange): Profile {
  const profile = before ?? BLANK;
  switch (change.kind) {
    case "field":
      return { ...profile, fields: { ...profile.fields, [change.name]: change.value } };
    case "language":
      return { ...profile, language: change.language };
    case "tag": {
      const others = profile.tags.filter((tag) => tag !== change.tag);
      return { ...profile, tags: change.present ? [...others, change.tag] : others };
    }
    case "category":
      return { ...profile, categories: { ...profile.categories, [change.funnel]: change.category } };
    case "profile-name":
      // A name somebody gave them counts more than the one WhatsApp shows.
      return { ...profile, fields: { name: change.name, ...profile.fields } };
    default:
      return change satisfies never;
  }
}

/** The changes with one more, the newest of each thing. */
export function withChange(
  changes: readonly ProfileChange[],
  change: ProfileChange,
): readonly ProfileChange[] {
  const others = changes.filter((other) => thingOf(other) !== thingOf(change));
  return [...others, change].slice(-RECENT_MAX);
}

/** What a change is about. */
function thingOf(change: ProfileChange): string {
  switch (change.kind) {
    case "field":
      return `field ${change.name}`;
    case "tag":
      return `tag ${change.tag}`;
    case "category":
      return `category ${change.funnel}`;
    case "language":
    case "profile-name":
      return change.kind;
    default:
      return change satisfies never;
  }
}

function toChange(effect: Effect, at: number, source: string): ProfileChange | null {
  switch (effect.kind) {
    case "set-field":
      return { kind: "field", name: effect.name, value: effect.value, at, source };
    case "set-language":
      return { kind: "language", language: effect.language, at, source };
    case "add-tag":
      return { kind: "tag", tag: effect.tag, present: true, at, source };
    case "remove-tag":
      return { kind: "tag", tag: effect.tag, present: false, at, source };
    case "categorise":
      return { kind: "category", funnel: effect.funnel, category: effect.category, at, source };
    case "say":
    case "record-answer":
    case "grant-consent":
    case "notify":
    case "report":
    case "hand-off":
    case "enrol":
    case "finish":
      return null;
    default:
      return effect satisfies never;
  }
}
