// What an effect changes about the person as flows know them.
import type { Effect, Person } from "#core/conversation/run";

/** The person, or whatever holds what is known of one, after an effect. */
export function changePerson<Known extends Pick<Person, "fields" | "language" | "tags" | "categories">>(
  person: Known,
  effect: Effect,
): Known {
  switch (effect.kind) {
    case "set-field":
      return { ...person, fields: { ...person.fields, [effect.name]: effect.value } };
    case "set-language":
      return { ...person, language: effect.language };
    case "add-tag":
      return { ...person, tags: [...person.tags.filter((tag) => tag !== effect.tag), effect.tag] };
    case "remove-tag":
      return { ...person, tags: person.tags.filter((tag) => tag !== effect.tag) };
    case "categorise":
      return { ...person, categories: { ...person.categories, [effect.funnel]: effect.category } };
    case "say":
    case "record-answer":
    case "grant-consent":
    case "notify":
    case "report":
    case "hand-off":
    case "enrol":
    case "finish":
      return person;
    default:
      return effect satisfies never;
  }
}
