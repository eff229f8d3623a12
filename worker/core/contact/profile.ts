// What a conversation changes about the person: the copy it goes on with, and the change D1 is told of.
import type { Effect } from "#core/conversation/run";
import { changePerson } from "#core/conversation/change-person";
import type { Profile } from "#core/contact/memory";
import type { ProfileChange } from "#core/record";

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
