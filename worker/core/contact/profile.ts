// What a conversation changes about the person: the copy it goes on with, and the change D1 is told of.
import type { Effect } from "#core/conversation/run";
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
  const profile = before ?? BLANK;
  switch (effect.kind) {
    case "set-field": {
      const { name, value } = effect;
      return {
        profile: { ...profile, fields: { ...profile.fields, [name]: value } },
        change: { kind: "field", name, value, at, source },
      };
    }
    case "set-language": {
      const { language } = effect;
      return { profile: { ...profile, language }, change: { kind: "language", language, at, source } };
    }
    case "add-tag":
    case "remove-tag": {
      const { tag } = effect;
      const present = effect.kind === "add-tag";
      const others = profile.tags.filter((other) => other !== tag);
      return {
        profile: { ...profile, tags: present ? [...others, tag] : others },
        change: { kind: "tag", tag, present, at, source },
      };
    }
    case "categorise": {
      const { funnel, category } = effect;
      return {
        profile: { ...profile, categories: { ...profile.categories, [funnel]: category } },
        change: { kind: "category", funnel, category, at, source },
      };
    }
    default:
      return null;
  }
}
